package dev.tracemend.agent.edit;

import java.util.List;

/** What the block placer found: edits of existing files, or the reasons. */
record BlockPlan(List<TextEdit> edits, List<EditFailure> failures) {}
