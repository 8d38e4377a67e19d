package dev.tracemend.tailer.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.logs.machine.RequiredTool;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;

/** Row 20: the system's clock goes back an hour (libfaketime), and the host gets another name (a UTS namespace). */
@ExtendWith(SharedBroker.class)
class ClockFaultsIT {
    private static final double HOUR = 3_600;

    @FaultSeeds.Each
    void theClockGoesBackAnHour(long seed, BrokerProcess broker) throws Exception {
        RequiredTool.command("it needs libfaketime (Debian: apt install faketime)", "faketime", "-f", "-1h", "true");
        try (FaultCase c = FaultCase.of("20 clock", seed, broker)) {
            List<LogLine> timeless = new ArrayList<>();
            c.special(line -> line.line().startsWith("timeless") && timeless.add(line));
            Path clock = Files.writeString(c.file("../clock"), "+0\n");
            ChildJvm.Launch launch = FaultCase.launch()
                    .environment(Map.of(
                            "LD_PRELOAD", library().toString(),
                            "FAKETIME_TIMESTAMP_FILE", clock.toString(),
                            "FAKETIME_NO_CACHE", "1",
                            "FAKETIME_DONT_FAKE_MONOTONIC", "1",
                            // Else waits of the JVM end at once, or never.
                            "FAKETIME_FORCE_MONOTONIC_FIX", "0"));
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer(launch, "*.log");
            append(c);
            writer.paced(20_000, 20_000);
            c.awaitArrived(5_000);
            Files.writeString(clock, "-1h\n");
            writer.paced(20_000, 20_000);
            append(c);
            if (seed % 2 == 1) {
                tailer.kill();
            } else {
                tailer.terminate(Duration.ofSeconds(15));
            }
            c.tailer(launch, "*.log");
            writer.paced(10_000, 20_000);
            c.await("both lines without a time", () -> timeless.size() >= 2);
            double back =
                    timeless.get(0).ts() - timeless.get(timeless.size() - 1).ts();
            Verdict v = c.verdict("the tailer's own times went back " + Math.round(back) + " s");
            assertThat(v).matches(Verdict::isExactlyOnceById);
            // An hour less what passed between the two lines.
            assertThat(back).isBetween(HOUR / 2, HOUR);
        }
    }

    /** In a file that names no time at all, lines happen when they are read. */
    private static void append(FaultCase c) throws java.io.IOException {
        Files.writeString(c.file("timeless.log"), "timeless\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private static Path library() throws java.io.IOException {
        try (Stream<Path> found =
                Files.find(Path.of("/usr/lib"), 4, (path, about) -> path.endsWith("faketime/libfaketimeMT.so.1"))) {
            return found.findFirst().orElseThrow();
        }
    }

    @FaultSeeds.Each
    void theHostGetsAnotherName(long seed, BrokerProcess broker) throws Exception {
        RequiredTool.command("it needs root, for a host name of its own", "unshare", "--uts", "hostname", "renamed");
        try (FaultCase c = FaultCase.of("20 host", seed, broker)) {
            Set<String> hosts = new ConcurrentSkipListSet<>();
            c.special(line -> !hosts.add(line.host()) && false);
            LogWriter writer = c.writer("app.log");
            ChildJvm tailer = c.tailer("app.log");
            writer.paced(20_000, 20_000);
            c.awaitArrived(10_000);
            tailer.kill();
            ChildJvm.Launch renamed = FaultCase.launch()
                    .before("unshare", "--uts", "sh", "-c", "hostname renamed-" + seed + " && exec \"$@\"", "sh");
            c.tailer(renamed, "app.log");
            writer.paced(20_000, 20_000);
            Verdict v = c.verdict("hosts " + hosts);
            assertThat(v).matches(Verdict::isExactlyOnceById);
            assertThat(hosts).hasSize(2).contains("renamed-" + seed);
        }
    }
}
