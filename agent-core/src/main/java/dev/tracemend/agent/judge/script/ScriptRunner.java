package dev.tracemend.agent.judge.script;

import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.Sandbox;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Keeps a runner alive: in the strictest sandbox that works here, and started anew when a candidate brought it down. */
final class ScriptRunner implements AutoCloseable {
    private static final Duration HELLO = Duration.ofSeconds(20);
    private static final int MOST_STARTS = 4;

    private final ScriptRuntime runtime;
    private final Path work;
    private final List<Sandbox> ways;
    private Optional<RunnerProcess> process = Optional.empty();
    private Sandbox sandbox = Sandbox.NONE;
    private List<String> opening = List.of();
    private final Duration openLimit;
    private int starts;

    ScriptRunner(ScriptRuntime runtime, ScriptTask task, Path work, JudgeConfig config) {
        this.runtime = runtime;
        this.work = work;
        this.openLimit = config.testLimit().multipliedBy(2).plusSeconds(60);
        List<Path> readable = new ArrayList<>(runtime.readable());
        readable.add(task.root());
        this.ways = config.sandbox() ? Sandbox.ways(work, readable) : List.of(Sandbox.NONE);
    }

    /** Has the runner look at the checkout; empty where none can be started. */
    Optional<List<String>> open(List<String> job) {
        for (Sandbox way : ways) {
            RunnerProcess tried = start(way);
            if (tried.call(List.of("hello"), HELLO).isPresent()) {
                sandbox = way;
                process = Optional.of(tried);
                opening = job;
                return tried.call(job, openLimit);
            }
            tried.close();
        }
        return Optional.empty();
    }

    private RunnerProcess start(Sandbox way) {
        List<String> words = new ArrayList<>(way.prefix());
        words.addAll(runtime.words());
        return new RunnerProcess(words, work);
    }

    /** Has one candidate judged; a runner that ends over it is started again for the next. */
    Optional<List<String>> judge(List<String> job, Duration limit) {
        Optional<List<String>> reply = process.flatMap(running -> running.call(job, limit));
        if (reply.isEmpty() && ++starts < MOST_STARTS) {
            close();
            RunnerProcess again = start(sandbox);
            process = again.call(opening, openLimit).isPresent() ? Optional.of(again) : Optional.empty();
        }
        return reply;
    }

    Sandbox sandbox() {
        return sandbox;
    }

    @Override
    public void close() {
        process.ifPresent(RunnerProcess::close);
        process = Optional.empty();
    }
}
