package dev.tracemend.tailer.source;

import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One stream of a container's log as the engine's client gives it, each line with its time. The client is started again
 * when it ends; whoever asks never waits for it. Not thread-safe.
 */
final class ContainerStream {
    private static final Logger LOG = LoggerFactory.getLogger(ContainerStream.class);
    private static final long PAUSE = TimeUnit.SECONDS.toNanos(2);
    private static final int LONGEST_ANSWER = 4_096;

    private final List<String> command;
    private final String name;
    private final boolean error;
    private final boolean follow;
    private @Nullable Process asking;
    private @Nullable Process client;
    private @Nullable Pump pump;
    private long nextTry = System.nanoTime();
    private boolean told;
    private boolean over;

    ContainerStream(List<String> command, String name, boolean error, boolean follow) {
        this.command = List.copyOf(command);
        this.name = name;
        this.error = error;
        this.follow = follow;
    }

    boolean isError() {
        return error;
    }

    /** Whether all there was has been given, and no more is waited for. */
    boolean isOver() {
        return over;
    }

    /** Starts the client where it does not run, from this time in nanoseconds on; the container's id, once it has. */
    Optional<String> attach(long since) {
        if (pump != null || over || System.nanoTime() - nextTry < 0) {
            return Optional.empty();
        }
        try {
            Process process = asking;
            if (process == null) {
                asking = new ProcessBuilder(with("inspect", "--type", "container", "--format", "{{.Id}}", name))
                        .redirectErrorStream(true)
                        .start();
                return Optional.empty();
            }
            if (process.isAlive()) {
                return Optional.empty();
            }
            asking = null;
            return answered(process, since);
        } catch (IOException e) {
            later(e.toString());
            return Optional.empty();
        }
    }

    private Optional<String> answered(Process process, long since) throws IOException {
        String answer;
        try (InputStream in = process.getInputStream()) {
            answer = new String(in.readNBytes(LONGEST_ANSWER), StandardCharsets.UTF_8).strip();
        }
        if (process.exitValue() != 0) {
            later(answer);
            return Optional.empty();
        }
        start(since);
        told = false;
        return Optional.of(answer);
    }

    private void start(long since) throws IOException {
        List<String> words = new ArrayList<>(List.of("logs", "--timestamps"));
        if (follow) {
            words.add("--follow");
        }
        if (since > 0) {
            words.add("--since");
            words.add(String.format(Locale.ROOT, "%d.%09d", since / 1_000_000_000L, since % 1_000_000_000L));
        }
        words.add(name);
        ProcessBuilder builder = new ProcessBuilder(with(words.toArray(String[]::new)));
        Process started =
                (error ? builder.redirectOutput(Redirect.DISCARD) : builder.redirectError(Redirect.DISCARD)).start();
        client = started;
        pump = new Pump(error ? started.getErrorStream() : started.getInputStream(), name);
    }

    private List<String> with(String... words) {
        List<String> all = new ArrayList<>(command);
        all.addAll(List.of(words));
        return all;
    }

    private void later(String why) {
        nextTry = System.nanoTime() + PAUSE;
        over = !follow;
        if (!told) {
            told = true;
            LOG.warn(
                    "the log of the container {} cannot be read ({}); is its name right, does the engine run?",
                    name,
                    why);
        }
    }

    /** What has come. */
    Optional<ByteBuffer> poll() {
        Pump from = pump;
        if (from == null) {
            return Optional.empty();
        }
        Optional<ByteBuffer> chunk = from.poll();
        if (chunk.isEmpty() && from.isOver()) {
            detach();
            over = !follow;
        }
        return chunk;
    }

    /** Ends the client; it is started again when asked for. */
    void detach() {
        for (Process each : new Process[] {asking, client}) {
            if (each != null) {
                each.destroy();
            }
        }
        asking = null;
        client = null;
        pump = null;
        nextTry = System.nanoTime() + PAUSE;
    }
}
