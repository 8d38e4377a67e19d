package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Frames;
import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.JobCodec;
import dev.tracemend.agent.judge.minion.Reply;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running child JVM. Nothing it says is trusted further than its form. */
final class MinionProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MinionProcess.class);
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "TZ");

    private final CompletableFuture<Process> process = new CompletableFuture<>();
    private final BlockingQueue<Optional<Reply>> replies = new LinkedBlockingQueue<>();

    private MinionProcess(ProcessBuilder builder) {
        // The thread that starts it must live as long: the sandbox ends with the thread that made it.
        Thread keeper = new Thread(() -> keep(builder), "minion");
        keeper.setDaemon(true);
        keeper.start();
    }

    /** Starts a child; one that cannot be started is like one that ended at once. */
    static MinionProcess start(List<String> words, Path workFolder) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workFolder.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new MinionProcess(builder);
    }

    private void keep(ProcessBuilder builder) {
        try {
            Process started = builder.start();
            process.complete(started);
            read(started);
        } catch (IOException absent) {
            log.debug("{} cannot be started: {}", builder.command().get(0), absent.getMessage());
            process.completeExceptionally(absent);
        } finally {
            replies.add(Optional.empty());
        }
    }

    private void read(Process started) {
        try (InputStream stream = new BufferedInputStream(started.getInputStream(), 1 << 16)) {
            while (true) {
                replies.add(Optional.of(JobCodec.reply(Frames.read(stream))));
            }
        } catch (IOException | RuntimeException ended) {
            log.debug("the child JVM {} has stopped talking: {}", started.pid(), ended.toString());
        }
    }

    /** Sends a job; empty when the child has ended, talks nonsense, or does not answer in time. It is of no use then. */
    Optional<Reply> call(Job job, Duration limit) throws InterruptedException {
        try {
            OutputStream jobs = new BufferedOutputStream(process.join().getOutputStream(), 1 << 16);
            Frames.write(jobs, JobCodec.bytes(job));
        } catch (IOException gone) {
            return Optional.empty();
        }
        return next(limit);
    }

    /** The next thing it says. */
    Optional<Reply> next(Duration limit) throws InterruptedException {
        Optional<Reply> reply = replies.poll(limit.toMillis(), TimeUnit.MILLISECONDS);
        return reply == null ? Optional.empty() : reply;
    }

    @Override
    public void close() {
        process.thenAccept(started -> {
            started.descendants().forEach(ProcessHandle::destroyForcibly);
            started.destroyForcibly();
        });
    }
}
