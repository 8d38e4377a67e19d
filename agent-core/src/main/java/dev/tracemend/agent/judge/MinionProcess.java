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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One running child JVM. Nothing it says is trusted further than its form. */
final class MinionProcess implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(MinionProcess.class);
    private static final Set<String> ENVIRONMENT = Set.of("PATH", "LANG", "TZ");

    private final Process process;
    private final OutputStream jobs;
    private final BlockingQueue<Optional<Reply>> replies = new LinkedBlockingQueue<>();

    private MinionProcess(Process process) {
        this.process = process;
        this.jobs = new BufferedOutputStream(process.getOutputStream(), 1 << 16);
        Thread reader = new Thread(this::read, "minion-replies");
        reader.setDaemon(true);
        reader.start();
    }

    static MinionProcess start(List<String> words, Path workFolder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).directory(workFolder.toFile());
        builder.environment().keySet().retainAll(ENVIRONMENT);
        builder.redirectError(ProcessBuilder.Redirect.DISCARD);
        return new MinionProcess(builder.start());
    }

    private void read() {
        try (InputStream stream = new BufferedInputStream(process.getInputStream(), 1 << 16)) {
            while (true) {
                replies.add(Optional.of(JobCodec.reply(Frames.read(stream))));
            }
        } catch (IOException | RuntimeException ended) {
            log.debug("the child JVM {} has stopped talking: {}", process.pid(), ended.toString());
        } finally {
            replies.add(Optional.empty());
        }
    }

    /** Sends a job; empty when the child has ended, talks nonsense, or does not answer in time. It is of no use then. */
    Optional<Reply> call(Job job, Duration limit) throws InterruptedException {
        try {
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
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }
}
