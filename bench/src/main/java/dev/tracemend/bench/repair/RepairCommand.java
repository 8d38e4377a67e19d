package dev.tracemend.bench.repair;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code repair}: runs a folder of cases, see {@code bench/cases/README.md}. */
@Command(
        name = "repair",
        mixinStandardHelpOptions = true,
        description = {
            "Runs every case (a folder with case.json) below a folder through the search for a fix, without a model.",
            "Plausible: every test the case gives passes. Verified: claimed so. Right: the case's checker passes."
        })
public final class RepairCommand implements Callable<Integer> {
    private static final int SPARE_SECONDS = 120;

    @Option(names = "--cases", required = true, paramLabel = "DIR", description = "A folder of cases, or one case.")
    private Path cases = Path.of(".");

    @Option(names = "--jobs", defaultValue = "1", description = "How many JVMs work at a time (${DEFAULT-VALUE}).")
    private int jobs;

    @Option(names = "--only", defaultValue = "", description = "Only cases whose path matches this pattern.")
    private String only = "";

    @Option(names = "--limit", defaultValue = "0", description = "At most so many cases; 0 for all.")
    private int limit;

    @Option(names = "--json", description = "A line of JSON a case, then one with the summary.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        List<Path> folders = folders();
        if (folders.isEmpty()) {
            System.err.println("repair: no case.json below " + cases + ": name a folder of cases with --cases");
            return 2;
        }
        Path scratch = Files.createTempDirectory("repair-bench");
        List<CaseResult> results = Collections.synchronizedList(new ArrayList<>());
        Queue<Path> left = new ConcurrentLinkedQueue<>(folders);
        List<Thread> threads = new ArrayList<>();
        for (int i = 0; i < Math.max(1, jobs); i++) {
            Path own = Files.createDirectories(scratch.resolve("job-" + i));
            Thread thread = new Thread(() -> work(left, own, folders.size(), results), "job-" + i);
            thread.start();
            threads.add(thread);
        }
        for (Thread thread : threads) {
            thread.join();
        }
        FixedCopy.delete(scratch);
        print(results);
        return 0;
    }

    private List<Path> folders() throws IOException {
        Pattern wanted = Pattern.compile(only);
        try (Stream<Path> files = Files.walk(cases)) {
            Stream<Path> found = files.filter(file -> file.endsWith("case.json"))
                    .map(file -> file.toAbsolutePath().getParent())
                    .filter(folder -> wanted.matcher(folder.toString()).find())
                    .sorted();
            return limit > 0 ? found.limit(limit).toList() : found.toList();
        }
    }

    private void work(Queue<Path> left, Path scratch, int all, List<CaseResult> results) {
        CaseWorker worker = null;
        try {
            for (Path folder = left.poll(); folder != null; folder = left.poll()) {
                if (worker == null || !worker.lives()) {
                    worker = CaseWorker.start(scratch);
                }
                CaseResult result = worker.call(folder, seconds(folder));
                results.add(result);
                told(result, results.size(), all);
            }
        } catch (IOException failed) {
            System.err.println("repair: no JVM can be started: " + failed.getMessage());
        } finally {
            if (worker != null) {
                worker.close();
            }
        }
    }

    private static int seconds(Path folder) {
        try {
            return RepairCase.read(folder).seconds() * 2 + SPARE_SECONDS;
        } catch (IOException | RuntimeException unreadable) {
            return SPARE_SECONDS;
        }
    }

    private void told(CaseResult one, int done, int all) throws IOException {
        if (json) {
            synchronized (this) {
                System.out.println(one.json());
            }
        }
        String word = !one.problem().isEmpty()
                ? "BROKEN " + one.problem()
                : (one.reproduced() ? "" : "not reproduced, ")
                        + (one.verified() ? "verified" : one.plausible() > 0 ? "plausible" : "nothing")
                        + (one.checked() && one.plausible() > 0
                                ? one.right() ? ", right" : ", WRONG, right at rank " + one.rank()
                                : "");
        System.err.printf(
                Locale.ROOT,
                "[%d/%d] %-28s %s; %d pass of %d, %.1f CPU-s  %s%n",
                done,
                all,
                one.name(),
                word,
                one.plausible(),
                one.candidates(),
                one.cpuSeconds(),
                one.operator());
        if (one.checked() && one.plausible() > 0 && !one.right()) {
            System.err.println("        " + one.change().replace("\n", "\\n") + "  (" + one.why() + ")");
        }
    }

    private void print(List<CaseResult> results) throws IOException {
        results.sort(Comparator.comparing(CaseResult::name));
        RepairSummary summary = RepairSummary.of(results);
        if (json) {
            ObjectMapper mapper = JsonMapper.builder()
                    .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                    .build();
            System.out.println(mapper.writeValueAsString(summary));
        } else {
            System.out.print(summary.text());
        }
        System.err.printf(
                Locale.ROOT,
                "load %.1f on %d cores, %d jobs%n",
                ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                Runtime.getRuntime().availableProcessors(),
                jobs);
    }
}
