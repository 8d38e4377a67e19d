package dev.tracemend.agent.shell;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The one session there is: bash on pipes, started by a launcher, restarted in its last directory when it ends. */
final class PipedShell implements ShellSession {
    private static final long WATCH_MILLIS = 250;

    private final Launcher launcher;
    private final String workspace;
    private final LimitWatch watch;
    private final ReentrantLock turn = new ReentrantLock();
    private final ScheduledExecutorService watchman = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "shell-watch");
        thread.setDaemon(true);
        return thread;
    });
    private volatile ShellProcess shell;
    private volatile @Nullable RunningCommand running;
    private volatile boolean closed;
    private volatile boolean watched;
    private volatile String passedLimit = "";
    private long sequence;

    PipedShell(Launcher launcher, ShellSettings settings) {
        this.launcher = launcher;
        this.workspace = settings.workspace().toString();
        this.watch = new LimitWatch(settings.limits(), settings.workspace());
        this.shell = fresh(workspace);
        watchman.scheduleWithFixedDelay(this::lookAtLimits, WATCH_MILLIS, WATCH_MILLIS, TimeUnit.MILLISECONDS);
    }

    private ShellProcess fresh(String directory) {
        return ShellProcess.start(launcher, nonce(), directory, workspace);
    }

    static String nonce() {
        byte[] bytes = new byte[16];
        new SecureRandom().nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    @Override
    public ShellResult run(String command, RunLimits limits, OutputListener listener) {
        if (command.indexOf('\0') >= 0) {
            throw new ShellException(ShellException.Reason.BAD_COMMAND, "a command holds no NUL; write it as \\0");
        }
        if (!turn.tryLock()) {
            throw new ShellException(
                    ShellException.Reason.BUSY, "a command of this session is under way: wait for it or interrupt it");
        }
        try {
            return runInTurn(command, limits, listener);
        } finally {
            running = null;
            turn.unlock();
        }
    }

    private ShellResult runInTurn(String command, RunLimits limits, OutputListener listener) {
        requireOpen();
        String before = endedMeanwhile();
        ShellProcess mine = shell;
        Set<Long> earlier = mine.tree().members();
        RunningCommand run = new RunningCommand(++sequence, limits.outputBytes(), listener);
        mine.begin(run, command);
        running = run;
        boolean ended = mine.await(run, limits.timeout(), true);
        boolean interrupted = !ended && run.interruptAsked();
        if (!ended) {
            new StopLadder(mine, run, earlier).descend();
        }
        watched = true;
        return result(run, mine, !ended && !interrupted, interrupted, before);
    }

    /** A shell that was killed between two commands, e.g. for a limit, is replaced; says so. */
    private String endedMeanwhile() {
        if (!shell.gone()) {
            return "";
        }
        String limit = passedLimit;
        passedLimit = "";
        restart();
        return "before this command the shell had ended" + (limit.isEmpty() ? "" : " (limit of " + limit + ")")
                + " and was started anew; ";
    }

    private void restart() {
        ShellProcess ended = shell;
        ended.kill();
        shell = fresh(ended.directory());
    }

    private ShellResult result(
            RunningCommand run, ShellProcess mine, boolean timedOut, boolean interrupted, String before) {
        Duration took = Duration.ofNanos(System.nanoTime() - run.begun());
        boolean over = mine.gone() && !run.ended();
        int code = run.ended() ? run.exitCode() : mine.exitCode();
        String limit = over ? passedLimit : "";
        String late = mine.takeLate();
        boolean restarted = over && !closed;
        if (restarted) {
            passedLimit = "";
            restart();
        }
        String cwd = shell.directory();
        String note = before;
        if (restarted) {
            note += (limit.isEmpty() ? "" : "the session was over its limit of " + limit + "; ")
                    + "the shell ended and a new one was started in " + cwd
                    + ": variables, functions and background processes are lost";
        }
        return new ShellResult(
                run.output().text(),
                code,
                cwd,
                took,
                run.output().truncated(),
                run.output().total(),
                timedOut,
                interrupted,
                over,
                restarted,
                limit,
                late,
                note,
                launcher.isolation());
    }

    private void lookAtLimits() {
        ShellProcess mine = shell;
        if (mine.gone() || (running == null && !watched)) {
            return;
        }
        if (!mine.tree().shellAlive()) {
            mine.kill();
            return;
        }
        int members = mine.tree().members().size();
        watched = members > 0;
        watch.passed(mine.tree(), members).ifPresent(limit -> {
            passedLimit = limit;
            mine.kill();
        });
    }

    @Override
    public boolean interrupt() {
        RunningCommand run = running;
        if (run == null) {
            return false;
        }
        shell.askInterrupt(run);
        return true;
    }

    @Override
    public Isolation isolation() {
        return launcher.isolation();
    }

    private void requireOpen() {
        if (closed) {
            throw new ShellException(ShellException.Reason.CLOSED, "this session is closed: open a new one");
        }
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        watchman.shutdownNow();
        shell.kill();
        launcher.close();
    }
}
