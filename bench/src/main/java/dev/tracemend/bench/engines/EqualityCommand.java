package dev.tracemend.bench.engines;

import dev.tracemend.bench.ship.BrokerHost;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.window.RawRecord;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowPipeline;
import dev.tracemend.streams.window.WindowRules;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Gives the same lines to both engines, without and with kills, and compares every context to the byte. */
@Command(
        name = "equality",
        mixinStandardHelpOptions = true,
        description = "Equal contexts from both engines, through kills: exit 0 when no byte differs.")
public final class EqualityCommand implements Callable<Integer> {
    private static final String TOPIC = "equality";
    private static final String ROW = "%-24s %9d %9d %9d %9d %9d %8.1f  %s%n";

    @Option(names = "--lines", description = "lines to mix (default: ${DEFAULT-VALUE})")
    private long lines = 1_000_000;

    @Option(names = "--kills", description = "SIGKILLs in the second run of each engine (default: ${DEFAULT-VALUE})")
    private int kills = 10;

    @Option(names = "--seed", description = "of the lines and of the moments (default: ${DEFAULT-VALUE})")
    private long seed = 42;

    @Option(names = "--engines", split = ",", description = "default: kstreams,spark")
    private List<EngineKind> engines = List.of(EngineKind.kstreams, EngineKind.spark);

    @Option(names = "--patience", description = "seconds without a context that end a run (default: ${DEFAULT-VALUE})")
    private int patience = 60;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        Path folder = Files.createTempDirectory("tracemend-equality");
        boolean equal = true;
        try (BrokerHost broker = BrokerHost.start(folder.resolve("broker"));
                BenchTopic topic = new BenchTopic(broker.bootstrap(), TOPIC, Topics.ctx(TOPIC))) {
            BenchTopic.ContextSet expected = new BenchTopic.ContextSet();
            StageTally tally = new StageTally();
            write(topic, expected, tally);
            out().printf(
                            "%,d records; the stages alone give %,d contexts, %,d lines later than allowed were set"
                                    + " apart%n",
                            tally.records(), expected.size(), tally.lates());
            out().println("run                       contexts   missing  unwanted different  repeated  seconds");
            for (EngineKind kind : engines) {
                equal &= run(kind + ", undisturbed", kind, 0, broker.bootstrap(), topic, expected, folder);
                equal &= run(kind + ", " + kills + " kills", kind, kills, broker.bootstrap(), topic, expected, folder);
            }
            out().println(equal ? "equal to the byte" : "NOT EQUAL");
        } finally {
            delete(folder);
        }
        return equal ? 0 : 1;
    }

    private void write(BenchTopic topic, BenchTopic.ContextSet expected, StageTally tally) {
        WindowPipeline pipeline = new WindowPipeline(
                WindowRules.DEFAULT, tally, context -> expected.add(context, Wire.write(context)), letter -> {});
        long[] offset = {0};
        MixedLines mixed = new MixedLines(seed, 0.01, line -> {
            topic.send(line);
            pipeline.take(record(line, offset[0]++));
        });
        mixed.write(lines);
        mixed.finish();
        topic.flush();
    }

    private static RawRecord record(LogLine line, long offset) {
        return new RawRecord(
                Topics.raw(TOPIC),
                0,
                offset,
                line.source().getBytes(StandardCharsets.UTF_8),
                Wire.write(line),
                Math.round(line.ts() * 1000));
    }

    private boolean run(
            String name,
            EngineKind kind,
            int howOften,
            String bootstrap,
            BenchTopic topic,
            BenchTopic.ContextSet expected,
            Path folder)
            throws Exception {
        long start = System.nanoTime();
        BenchTopic.ContextSet found = new BenchTopic.ContextSet();
        Random random = new Random(seed);
        List<String> moments = new ArrayList<>();
        Path work = folder.resolve(kind + "-" + howOften + "-" + seed);
        try (EngineUnderTest engine = EngineUnderTest.start(kind, bootstrap, TOPIC, work)) {
            for (int i = 0; i < howOften; i++) {
                long millis = (kind == EngineKind.spark ? 1_500 : 300) + random.nextInt(2_500);
                LockSupport.parkNanos(millis * 1_000_000);
                engine.kill();
                moments.add(Long.toString(millis));
                topic.read(found::add, () -> false, Duration.ofMillis(300));
                engine.again();
            }
            topic.read(found::add, () -> found.size() >= expected.size(), Duration.ofSeconds(patience));
            // Nothing more may come.
            topic.read(found::add, () -> false, Duration.ofSeconds(3));
        }
        List<String> missing = expected.byId().keySet().stream()
                .filter(id -> !found.byId().containsKey(id))
                .toList();
        long unwanted = found.byId().keySet().stream()
                .filter(id -> !expected.byId().containsKey(id))
                .count();
        long different = found.different()
                + expected.byId().entrySet().stream()
                        .filter(e -> found.byId().containsKey(e.getKey())
                                && !e.getValue().equals(found.byId().get(e.getKey())))
                        .count();
        out().printf(
                        Locale.ROOT,
                        ROW,
                        name,
                        found.size(),
                        missing.size(),
                        unwanted,
                        different,
                        found.repeated(),
                        (System.nanoTime() - start) / 1e9,
                        moments.isEmpty() ? "" : "killed after ms " + String.join(" ", moments));
        out().flush();
        return missing.isEmpty() && unwanted == 0 && different == 0;
    }

    private PrintWriter out() {
        return spec.commandLine().getOut();
    }

    static void delete(Path folder) throws java.io.IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
