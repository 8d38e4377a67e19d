package dev.tracemend.agent.judge.script;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running runner. Nothing it says is trusted further than its form. */
final class RunnerProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RunnerProcess.class);
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "TZ");

    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final BlockingQueue<Optional<List<String>>> replies = new LinkedBlockingQueue<>();

    RunnerProcess(List<String> words, Path workFolder) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workFolder.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.environment()
                .putAll(Map.of(
                        "HOME", workFolder.toString(),
                        "PYTHONHASHSEED", "0",
                        "PYTHONDONTWRITEBYTECODE", "1",
                        "NO_COLOR", "1"));
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        // The thread that starts it must live as long: the sandbox ends with the thread that made it.
        Thread keeper = new Thread(() -> keep(builder), "script-runner");
        keeper.setDaemon(true);
        keeper.start();
    }

    private void keep(ProcessBuilder builder) {
        try {
            Process started = builder.start();
            process.complete(started);
            try (InputStream stream = new BufferedInputStream(started.getInputStream(), 1 << 16)) {
                while (true) {
                    replies.add(Optional.of(TextWire.read(stream)));
                }
            }
        } catch (IOException ended) {
            log.debug("the runner has stopped talking: {}", ended.toString());
            process.completeExceptionally(ended);
        } finally {
            replies.add(Optional.empty());
        }
    }

    /** Sends a job; empty when the runner has ended, talks nonsense, or does not answer in time. It is of no use then. */
    Optional<List<String>> call(List<String> job, Duration limit) {
        try {
            TextWire.write(new BufferedOutputStream(process.join().getOutputStream(), 1 << 16), job);
            Optional<List<String>> reply = replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
            return reply == null ? Optional.empty() : reply;
        } catch (IOException | CompletionException gone) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        process.thenAccept(started -> {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        });
    }
}
