package dev.tracemend.agent.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/**
 * Runs a program to its end: an allow-listed environment, nothing on its input, bounded output, a time limit after which
 * it and its children are killed.
 */
final class Command {
    private static final Set<String> ENVIRONMENT =
            Set.of("PATH", "HOME", "USER", "LANG", "TZ", "TMPDIR", "JAVA_HOME", "MAVEN_HOME", "M2_HOME", "MAVEN_OPTS");
    private static final int MOST_BYTES = 32 << 20;
    /** What a program has printed is there at once when it ends, unless a process it left behind holds its output. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(1);

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
        Drain out = Drain.of(process.getInputStream());
        Drain error = Drain.of(process.getErrorStream());
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            return new Ended(-1, "", words.get(0) + " took longer than " + limit.toSeconds() + " s");
        }
        return new Ended(process.exitValue(), out.text(), error.text());
    }

    /** Takes what a program prints, so that it never waits for us, and keeps the beginning. */
    private static final class Drain {
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final InputStream stream;
        private final Thread reader = new Thread(this::read, "command-output");

        private Drain(InputStream stream) {
            this.stream = stream;
        }

        static Drain of(InputStream stream) {
            Drain drain = new Drain(stream);
            drain.reader.setDaemon(true);
            drain.reader.start();
            return drain;
        }

        private void read() {
            byte[] chunk = new byte[8192];
            try (stream) {
                for (int count = stream.read(chunk); count >= 0; count = stream.read(chunk)) {
                    keep(chunk, count);
                }
            } catch (IOException closed) {
                // the program has ended; what it said before is kept
            }
        }

        private synchronized void keep(byte[] chunk, int count) {
            kept.write(chunk, 0, Math.min(count, MOST_BYTES - kept.size()));
        }

        String text() throws InterruptedException {
            reader.join(LAST_WORDS.toMillis());
            synchronized (this) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
