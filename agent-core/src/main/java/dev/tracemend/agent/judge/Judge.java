package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Opening.Opened;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Judges changes to one project for one failure. Opening it compiles the project, runs its tests and makes the logged
 * failure happen again; each change is then measured against that. For one thread; close it to end its child JVM.
 */
public final class Judge implements ChangeJudge {
    private final Baseline baseline;
    private final Optional<Ladder> ladder;
    private final Optional<Onlooker> onlooker;
    private final List<AutoCloseable> open;

    private Judge(Opened opened, List<AutoCloseable> open) {
        this.baseline = opened.baseline();
        this.ladder = opened.ladder();
        this.onlooker = opened.onlooker();
        this.open = open;
    }

    /**
     * Looks at the project as it is. Takes up to the configured limits, mostly a second or two. What stands in the way is
     * {@link Baseline#problem()}.
     */
    public static Judge open(Project project, Evidence evidence, JudgeConfig config) {
        Optional<MemoryCompiler> compiler = MemoryCompiler.create(project.classPath(), project.release());
        if (compiler.isEmpty()) {
            return new Judge(impossible("this Java run time has no compiler: run with a JDK"), new ArrayList<>());
        }
        List<AutoCloseable> open = new ArrayList<>(List.of(compiler.get()));
        try {
            ScratchFolder work = ScratchFolder.create(config.scratchDir(), "minion");
            open.add(work);
            Minion minion = minion(project, config, work);
            open.add(minion);
            return new Judge(new Opening(project, evidence, config, compiler.get(), minion).open(), open);
        } catch (IOException unwritable) {
            close(open);
            return new Judge(
                    impossible("no working folder can be made in " + config.scratchDir()
                            + ": name a folder that can be written (" + unwritable.getMessage() + ")"),
                    open);
        } catch (RuntimeException failed) {
            close(open);
            throw failed;
        }
    }

    private static Minion minion(Project project, JudgeConfig config, ScratchFolder folder) {
        Path work = folder.path();
        List<Path> readable = new ArrayList<>(ChildCommand.readable());
        readable.addAll(ChildCommand.libraries(project.classPath()));
        readable.addAll(Opening.resources(project));
        List<Sandbox> ways = config.sandbox() ? Sandbox.ways(work, readable) : List.of(Sandbox.NONE);
        return new Minion(ChildCommand.java(config.heapMb(), work), work, ways, folder::empty);
    }

    private static Opened impossible(String problem) {
        return new Opened(
                new Baseline(problem, false, 0, List.of(), false, "", "none", List.of()),
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public Baseline baseline() {
        return baseline;
    }

    @Override
    public Judgement judge(List<TextEdit> edits) {
        StoppedException.check();
        return ladder.map(known -> known.judge(edits))
                .orElseGet(() -> new Climb().fell("baseline", baseline.problem(), baseline.problem()));
    }

    @Override
    public Optional<String> original(String path) {
        return ladder.flatMap(known -> known.original(path));
    }

    /** How each test ended before any change, with what it threw. */
    public List<TestOutcome> testsBefore() {
        return onlooker.map(Onlooker::before).orElse(List.of());
    }

    /** Which statements each test reaches before any change; runs all tests once more. */
    public List<CoveredTest> coverage() {
        return onlooker.map(Onlooker::coverage).orElse(List.of());
    }

    /**
     * How the code and changes of it behave on the same made-up inputs.
     *
     * @param members what is called, as {@code class#method}
     * @return what was seen for each input: of the code as it is (of an exception with its place), then of each change;
     *     empty for one that does not compile
     */
    public List<List<String>> behaviours(List<List<TextEdit>> changes, List<String> members) {
        return onlooker.map(watching -> watching.behaviours(changes, members)).orElse(List.of());
    }

    @Override
    public void close() {
        close(open);
    }

    private static void close(List<AutoCloseable> open) {
        for (int i = open.size() - 1; i >= 0; i--) {
            try {
                open.get(i).close();
            } catch (Exception unlikely) {
                throw new IllegalStateException("the judge cannot be closed", unlikely);
            }
        }
        open.clear();
    }
}
