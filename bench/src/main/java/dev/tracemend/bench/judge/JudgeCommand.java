package dev.tracemend.bench.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.StackTrace;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Judges many small changes of classes of several sizes and prints how many a second of processor time. */
@Command(
        name = "judge",
        mixinStandardHelpOptions = true,
        description = "Counts the candidates that the judge judges in a second of processor time, children included.")
public final class JudgeCommand implements Callable<Integer> {
    private static final Map<Integer, Integer> AIMS = new TreeMap<>(Map.of(40, 250, 1_400, 60, 7_000, 15));

    @Option(names = "--lines", split = ",", description = "sizes of the class (default: ${DEFAULT-VALUE})")
    private List<Integer> lines = List.of(40, 1_400, 7_000);

    @Option(names = "--candidates", description = "so many of each, after the warm-up (default: ${DEFAULT-VALUE})")
    private int candidates = 1_000;

    @Option(names = "--warm-up", description = "judged before the count begins (default: ${DEFAULT-VALUE})")
    private int warmUp = 500;

    @Option(names = "--seed", description = "of the choice of changes (default: ${DEFAULT-VALUE})")
    private long seed = 7;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        out.printf("%8s %10s %12s %12s %8s  %s%n", "lines", "judged", "per cpu s", "with start", "aim", "ended at");
        for (int size : lines) {
            Path folder = Files.createTempDirectory("tracemend-judge");
            try {
                measure(size, folder, out);
            } finally {
                delete(folder);
            }
        }
        return 0;
    }

    private void measure(int size, Path folder, PrintWriter out) throws IOException {
        SizedProject project = SizedProject.write(Files.createDirectory(folder.resolve("project")), size);
        Map<String, Integer> ends = new TreeMap<>();
        Evidence none = new Evidence(StackTrace.NONE, List.of(), List.of());
        Duration opened = CpuTime.now();
        try (Judge judge = Judge.open(project.project(), none, JudgeConfig.in(folder.resolve("scratch")))) {
            if (!judge.baseline().reproduced()) {
                throw new IllegalStateException("the failing test was not found: " + judge.baseline());
            }
            List<List<TextEdit>> changes =
                    SmallChanges.of(project.path(), project.text(), warmUp + candidates, seed);
            judge(judge, changes.subList(0, warmUp), new TreeMap<>());
            Duration begun = CpuTime.now();
            judge(judge, changes.subList(warmUp, changes.size()), ends);
            Duration end = CpuTime.now();
            out.printf(
                    Locale.ROOT,
                    "%8d %10d %12.1f %12.1f %8s  %s%n",
                    project.text().lines().count(),
                    candidates,
                    candidates / seconds(end.minus(begun)),
                    (candidates + warmUp) / seconds(end.minus(opened)),
                    AIMS.getOrDefault(size, 0),
                    ends);
            out.flush();
        }
    }

    private static double seconds(Duration time) {
        return Math.max(1, time.toMillis()) / 1000.0;
    }

    private static void judge(Judge judge, List<List<TextEdit>> changes, Map<String, Integer> ends) {
        for (List<TextEdit> change : changes) {
            Judgement judgement = judge.judge(change);
            List<LadderStep> steps = judgement.steps();
            ends.merge(
                    judgement.proved() ? "proved" : steps.get(steps.size() - 1).name(), 1, Integer::sum);
        }
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }
}
