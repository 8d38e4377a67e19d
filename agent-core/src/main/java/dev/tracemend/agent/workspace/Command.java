package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end: an allow-listed environment, nothing on its input, bounded output, a time limit after which
 * it and its children are killed.
 */
final class Command {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "JAVA_HOME", "MAVEN_HOME", "M2_HOME", "MAVEN_OPTS");
    private static final int MOST_BYTES = 32 << 20;

    private final Path directory;
    private final Map<String, String> environment;
    private final Duration limit;

    Command(Path directory, Map<String, String> environment, Duration limit) {
        this.directory = directory;
        this.environment = Map.copyOf(environment);
        this.limit = limit;
    }

    /** What a program said and how it ended; {@code code} is -1 when it could not be started or ran out of time. */
    record Ended(int code, String out, String error) {
        boolean ok() {
            return code == 0;
        }
    }

    Ended run(List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(directory.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment().putAll(environment);
        Process process;
        try {
            process = builder.start();
        } catch (IOException absent) {
            return new Ended(-1, "", words.get(0) + " cannot be started: " + absent.getMessage());
        }
        try {
            return await(process, words);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Ended(-1, "", words.get(0) + " was interrupted");
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Ended await(Process process, List<String> words) throws InterruptedException {
        try {
            process.getOutputStream().close();
        } catch (IOException alreadyGone) {
            // a program that ended at once has closed its input itself
        }
        CompletableFuture<String> out = drain(process.getInputStream());
        CompletableFuture<String> error = drain(process.getErrorStream());
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Ended(-1, "", words.get(0) + " took longer than " + limit.toSeconds() + " s");
        }
        return new Ended(process.exitValue(), out.join(), error.join());
    }

    private static CompletableFuture<String> drain(InputStream stream) {
        CompletableFuture<String> text = new CompletableFuture<>();
        Thread reader = new Thread(() -> text.complete(read(stream)), "command-output");
        reader.setDaemon(true);
        reader.start();
        return text;
    }

    private static String read(InputStream stream) {
        try (stream) {
            String head = new String(stream.readNBytes(MOST_BYTES), StandardCharsets.UTF_8);
            stream.skip(Long.MAX_VALUE);
            return head;
        } catch (IOException | UncheckedIOException closed) {
            return "";
        }
    }
}
