package dev.tracemend.bench.follow;

import dev.tracemend.bench.measure.MeasuredTime;
import dev.tracemend.bench.measure.ScratchFolder;
import dev.tracemend.broker.EmbeddedBroker;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/**
 * {@code followed --files 5000 --active 50 --seconds 60}: processor time and memory of {@code tracemend tail} over files of
 * which first none and then some are written, one line a second each; half of the time each.
 */
@Command(name = "followed", description = "CPU and memory of a tailer that follows many files of which few are active.")
public final class FollowedCommand implements Callable<Integer> {
    @Option(names = "--files", description = "followed files (default: ${DEFAULT-VALUE})")
    private int files = 5_000;

    @Option(names = "--active", description = "files that are written (default: ${DEFAULT-VALUE})")
    private int active = 50;

    @Mixin
    private final MeasuredTime time = new MeasuredTime(60, 45);

    @Option(names = "--java-opts", description = "of the tailer's JVM in place of the launcher's")
    private String javaOptions = "";

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        try (ScratchFolder folder = ScratchFolder.of("tracemend-followed");
                EmbeddedBroker broker = EmbeddedBroker.start(folder.path().resolve("broker"), 0)) {
            Path logs = Files.createDirectory(folder.path().resolve("logs"));
            for (int i = 0; i < files; i++) {
                append(logs, i, "the first line");
            }
            Process tailer = new TailerUnderTest(javaOptions)
                    .start(broker.bootstrap(), logs, folder.path().resolve("state"));
            try (ArrivedLines arrived = new ArrivedLines(broker.bootstrap(), "app")) {
                return measure(new ProcessFigures(tailer), arrived, logs) ? 0 : 1;
            } finally {
                tailer.destroy();
                tailer.waitFor(20, TimeUnit.SECONDS);
            }
        }
    }

    private boolean measure(ProcessFigures tailer, ArrivedLines arrived, Path logs) throws Exception {
        PrintWriter out = spec.commandLine().getOut();
        Instant start = Instant.now();
        boolean found = await(Duration.ofMinutes(2), () -> arrived.count() >= files);
        out.printf(
                Locale.ROOT,
                "%d files found and delivered in %.1f s%n",
                files,
                Duration.between(start, Instant.now()).toMillis() / 1000.0);
        // The last tick of a source comes half a minute after its last line: only then it is idle.
        pause(Duration.ofSeconds(time.warmUp()));
        ProcessFigures.Phase idle = tailer.during(() -> pause(Duration.ofSeconds(time.seconds() / 2)));
        ProcessFigures.Phase busy = tailer.during(() -> write(logs));
        long wanted = files + (long) active * (time.seconds() / 2);
        boolean all = found && await(Duration.ofSeconds(10), () -> arrived.count() >= wanted);
        out.printf(Locale.ROOT, "idle:   %s%n", idle);
        out.printf(Locale.ROOT, "active: %s (%d files, a line a second each)%n", busy, active);
        out.printf("lines delivered: %d of %d%n", Math.min(arrived.count(), wanted), wanted);
        out.flush();
        return all;
    }

    private void write(Path logs) {
        try {
            for (int second = 0; second < time.seconds() / 2; second++) {
                long begun = System.nanoTime();
                for (int i = 0; i < active; i++) {
                    append(logs, i * (files / active), "line " + second);
                    pause(Duration.ofNanos(
                            Math.max(0, (i + 1) * 1_000_000_000L / active - (System.nanoTime() - begun))));
                }
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static void append(Path logs, int number, String text) throws IOException {
        Path folder = Files.createDirectories(logs.resolve("service-" + number % 20));
        Files.writeString(
                folder.resolve("app-" + number + ".log"),
                Instant.now() + " INFO [main] com.example.App - " + text + " of " + number + "\n",
                java.nio.file.StandardOpenOption.CREATE,
                java.nio.file.StandardOpenOption.APPEND);
    }

    private static boolean await(Duration most, BooleanSupplier condition) {
        Instant end = Instant.now().plus(most);
        while (!condition.getAsBoolean() && Instant.now().isBefore(end)) {
            pause(Duration.ofMillis(200));
        }
        return condition.getAsBoolean();
    }

    private static void pause(Duration time) {
        try {
            if (new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS)) {
                throw new IllegalStateException("nobody counts this down");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
