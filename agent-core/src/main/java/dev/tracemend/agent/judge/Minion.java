package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Job;
import dev.tracemend.agent.judge.minion.Reply;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
    private final Runnable tidy;
    private volatile Sandbox way = Sandbox.NONE;
    private volatile boolean wayKnown;
    private CompletableFuture<Optional<MinionProcess>> process;
    private Optional<Job.Load> load = Optional.empty();
    private boolean loaded;
    private int restarts;
    private int jobs;
    private Map<String, byte[]> lastChanged = Map.of();
    private Map<String, byte[]> lastWoven = Map.of();

    /** {@code tidy} is run before each job: what an earlier one has left in the work folder goes. */
    Minion(List<String> java, Path workFolder, List<Sandbox> ways, Runnable tidy) {
        this.java = List.copyOf(java);
        this.workFolder = workFolder;
        this.ways = List.copyOf(ways);
        this.tidy = tidy;
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
        load = Optional.of(new Job.Load(TickWeaver.weave(classes.classes()), classes.libraries(), classes.resources()));
        loaded = false;
    }

    /**
     * Has a job done. One that ends a child which has served others is done once more by a new one: what they left behind
     * may have ended it.
     *
     * @return the reply; empty when the child died or did not answer in time
     */
    Optional<Reply> call(Job job, Duration limit) {
        Job woven = woven(job);
        boolean served = jobs > 0;
        Optional<Reply> reply = once(woven, limit);
        boolean ended = reply.isEmpty() || reply.get() instanceof Reply.Stopped;
        boolean again = ended && served && !(job instanceof Job.Find);
        return again && !Thread.currentThread().isInterrupted() ? once(woven, limit) : reply;
    }

    private Job woven(Job job) {
        if (job instanceof Job.Run run) {
            return new Job.Run(woven(run.changed()), run.scenarios(), run.look(), run.callMillis(), run.ticks());
        } else if (job instanceof Job.Test test) {
            return new Job.Test(woven(test.changed()), test.classes(), test.limitMillis(), test.each());
        }
        if (job instanceof Job.Try few) {
            return new Job.Try(woven(few.changed()), few.tests(), few.limitMillis(), few.each());
        }
        return job;
    }

    /** One candidate is run in several jobs. */
    private Map<String, byte[]> woven(Map<String, byte[]> changed) {
        if (changed != lastChanged) {
            lastChanged = changed;
            lastWoven = TickWeaver.weave(changed);
        }
        return lastWoven;
    }

    private Optional<Reply> once(Job job, Duration limit) {
        try {
            Optional<MinionProcess> child = ready();
            if (child.isEmpty()) {
                return Optional.empty();
            }
            tidy.run();
            Optional<Reply> reply = child.get().call(job, limit);
            jobs++;
            if (reply.isPresent() && reply.get() instanceof Reply.Broken broken) {
                log.warn("the child JVM could not do its work: {}", broken.why());
            }
            if (reply.isEmpty() || reply.get() instanceof Reply.Stopped || reply.get() instanceof Reply.Spoiled) {
                restart();
            }
            return reply.map(said -> said instanceof Reply.Spoiled spoiled ? spoiled.whole() : said);
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
        jobs = 0;
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
