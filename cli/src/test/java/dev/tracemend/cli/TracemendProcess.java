package dev.tracemend.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** A tracemend command through the launcher, as a user runs it, with its output kept. */
final class TracemendProcess implements AutoCloseable {
    private final Process process;
    private final Path err;
    private final CompletableFuture<String> out;

    private TracemendProcess(Process process, Path err) {
        this.process = process;
        this.err = err;
        this.out = CompletableFuture.supplyAsync(() -> readAll(process.getInputStream()));
    }

    /** Starts {@code tracemend <arguments>} with {@code home} as the user's home folder. */
    static TracemendProcess start(Path home, Map<String, String> environment, List<String> arguments) {
        try {
            List<String> command = new ArrayList<>(
                    List.of("sh", Path.of("..", "tracemend").toRealPath().toString()));
            command.addAll(arguments);
            Path err = Files.createTempFile(home, "stderr", ".txt");
            ProcessBuilder builder =
                    new ProcessBuilder(command).directory(home.toFile()).redirectError(err.toFile());
            builder.environment().keySet().retainAll(List.of("PATH", "HOME", "LANG", "JAVA_HOME"));
            builder.environment().put("TRACEMEND_JAVA_OPTS", "-Xmx768m -Duser.home=" + home);
            builder.environment().putAll(environment);
            return new TracemendProcess(builder.start(), err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static TracemendProcess start(Path home, String... arguments) {
        return start(home, Map.of(), List.of(arguments));
    }

    /** Types this on its standard input, and the end of input. */
    TracemendProcess type(String text) {
        try (java.io.OutputStream in = process.getOutputStream()) {
            in.write(text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    /** Waits for the end; the exit code. */
    int await(Duration limit) throws InterruptedException {
        if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
            process.destroyForcibly();
            throw new AssertionError("still running after " + limit + "\n" + stderr());
        }
        return process.exitValue();
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** All of standard output; only once the process has ended. */
    String stdout() {
        return out.join();
    }

    /** What came on standard error so far. */
    String stderr() {
        try {
            return Files.readString(err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGKILL, and the same for every child. */
    void kill() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    /** SIGINT, as Ctrl-C sends it. */
    void interrupt() throws InterruptedException {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(process.pid())).start().waitFor();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** SIGTERM. */
    void terminate() {
        // Not the process itself: that would close its output, which is still to be read.
        process.toHandle().destroy();
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(30, TimeUnit.SECONDS)) {
            kill();
        }
    }

    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName("127.0.0.1"))) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String readAll(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
