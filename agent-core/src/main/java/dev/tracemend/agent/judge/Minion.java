package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The child JVM as the judge sees it: always there. One that hangs, dies or talks nonsense is killed, and a new one is
 * started in the background at once, with the same classes loaded at its first job. For one thread.
 */
final class Minion implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Minion.class);
    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration LOAD = Duration.ofSeconds(30);

    private final List<String> java;
    private final Path workFolder;
    private final List<Sandbox> ways;
    private volatile Sandbox way = Sandbox.NONE;
    private volatile boolean wayKnown;
    private CompletableFuture<Optional<MinionProcess>> process;
    private Optional<Job.Load> load = Optional.empty();
    private boolean loaded;
    private int restarts;

    Minion(List<String> java, Path workFolder, List<Sandbox> ways) {
        this.java = List.copyOf(java);
        this.workFolder = workFolder;
        this.ways = List.copyOf(ways);
        this.process = starting();
    }

    /** What the child runs in; known once it runs. */
    Sandbox sandbox() {
        await();
        return way;
    }

    int restarts() {
        return restarts;
    }

    /** Sets the classes every child is given. */
    void load(Job.Load classes) {
        load = Optional.of(classes);
        loaded = false;
    }

    /**
     * Has a job done.
     *
     * @return the reply; empty when the child died or did not answer in time
     */
    Optional<Reply> call(Job job, Duration limit) {
        try {
            Optional<MinionProcess> child = ready();
            if (child.isEmpty()) {
                return Optional.empty();
            }
            Optional<Reply> reply = child.get().call(job, limit);
            if (reply.isPresent() && reply.get() instanceof Reply.Broken broken) {
                log.warn("the child JVM could not do its work: {}", broken.why());
            }
            if (reply.isEmpty() || reply.get() instanceof Reply.Stopped) {
                restart();
            }
            return reply;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            restart();
            return Optional.empty();
        }
    }

    private Optional<MinionProcess> ready() throws InterruptedException {
        Optional<MinionProcess> child = await();
        if (child.isPresent() && !loaded && load.isPresent()) {
            if (child.get().call(load.get(), LOAD).isEmpty()) {
                restart();
                return Optional.empty();
            }
            loaded = true;
        }
        return child;
    }

    private Optional<MinionProcess> await() {
        try {
            return process.get();
        } catch (ExecutionException failed) {
            throw new IllegalStateException("the child JVM cannot be started", failed.getCause());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    private void restart() {
        restarts++;
        CompletableFuture<Optional<MinionProcess>> old = process;
        old.thenAccept(child -> child.ifPresent(MinionProcess::close));
        loaded = false;
        process = starting();
    }

    private CompletableFuture<Optional<MinionProcess>> starting() {
        CompletableFuture<Optional<MinionProcess>> started = new CompletableFuture<>();
        Thread starter = new Thread(() -> started.complete(start()), "minion-start");
        starter.setDaemon(true);
        starter.start();
        return started;
    }

    private Optional<MinionProcess> start() {
        for (Sandbox one : wayKnown ? List.of(way) : ways) {
            Optional<MinionProcess> child = start(one);
            if (child.isPresent()) {
                way = one;
                wayKnown = true;
                return child;
            }
        }
        return Optional.empty();
    }

    private Optional<MinionProcess> start(Sandbox one) {
        List<String> words = new ArrayList<>(one.prefix());
        words.addAll(java);
        MinionProcess child = MinionProcess.start(words, workFolder);
        try {
            if (child.next(START).isPresent()) {
                return Optional.of(child);
            }
            log.debug("{} cannot be used here", one.label());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
        child.close();
        return Optional.empty();
    }

    @Override
    public void close() {
        process.thenAccept(child -> child.ifPresent(MinionProcess::close));
    }
}
