package dev.tracemend.agent.fix;

import dev.tracemend.agent.search.PrecisionTable;
import dev.tracemend.agent.workspace.ScratchWorktree;
import java.util.function.Consumer;

/**
 * What every step of the work on one task has at hand.
 *
 * @param folder the part of the checkout that was named, relative to its root; empty for all of it
 */
record FixDesk(
        FixConfig config,
        FixTask task,
        ScratchWorktree worktree,
        String folder,
        Stages stages,
        ReportDraft draft,
        Consumer<String> progress) {

    /** How often changes of each kind were right, people's decisions included. */
    PrecisionTable precision() {
        return config.decisions().table();
    }

    /** Tells a person what is going on. */
    void say(String line) {
        progress.accept(line);
    }
}
