package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import java.util.List;

/**
 * Judges changes to one project for one failure. Opening it compiles the project, runs its tests and makes the logged
 * failure happen again; each change is then measured against that. For one thread; close it to end its child JVM.
 */
public final class Judge implements AutoCloseable {
    private final Baseline baseline;

    private Judge(Baseline baseline) {
        this.baseline = baseline;
    }

    /** Looks at the project as it is. Never fails: what stands in the way is {@link Baseline#problem()}. */
    public static Judge open(Project project, Evidence evidence, JudgeConfig config) {
        return new Judge(new Baseline("the judge is not built yet", false, 0, List.of(), false, "", "none", List.of()));
    }

    /** The project before any change. */
    public Baseline baseline() {
        return baseline;
    }

    /** Judges one change, given as edits of the files as they are in the project. */
    public Judgement judge(List<TextEdit> edits) {
        return new Judgement(false, List.of(), List.of(), 0, 0, baseline.problem());
    }

    @Override
    public void close() {}
}
