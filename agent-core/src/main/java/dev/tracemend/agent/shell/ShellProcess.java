package dev.tracemend.agent.shell;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One shell from its start to its end: it takes commands, and tells its markers from what they print. */
final class ShellProcess implements MarkerScanner.Sink {
    private static final Logger LOG = LoggerFactory.getLogger(ShellProcess.class);
    private static final int LATE_BYTES = 16 << 10;
    private static final Duration START = Duration.ofSeconds(20);
    /** How long a reader may go on after the shell is gone: somebody in the background may hold its output for ever. */
    private static final long LAST_WORDS_MILLIS = 150;

    private final ShellScript script;
    private final MarkerScanner scanner;
    private final Process process;
    private final OutputStream input;
    private BoundedOutput late = new BoundedOutput(LATE_BYTES);
    private @Nullable RunningCommand current;
    private @Nullable ProcessTree tree;
    private String directory;
    private long shellPid;
    private boolean ready;
    private boolean gone;
    private long questions;
    private long answered;
    private volatile long received;

    private ShellProcess(Launcher launcher, String nonce, String directory) {
        this.script = new ShellScript(nonce);
        this.scanner = new MarkerScanner(nonce, this);
        this.directory = directory;
        this.process = started(launcher);
        this.input = process.getOutputStream();
    }

    /**
     * Starts a shell and waits for its first answer.
     *
     * @throws ShellException if it does not answer
     */
    static ShellProcess start(Launcher launcher, String nonce, String directory, String workspace) {
        ShellProcess shell = new ShellProcess(launcher, nonce, directory);
        shell.send(shell.script.prologue(directory, workspace));
        if (!shell.awaitReady()) {
            shell.process.destroyForcibly();
            String said = shell.takeLate().lines().findFirst().orElse("no answer");
            throw new ShellException(
                    ShellException.Reason.SANDBOX_UNAVAILABLE,
                    launcher.isolation().sandbox().word() + " does not start here (" + said + "): "
                            + launcher.remedy());
        }
        return shell.withTree(launcher);
    }

    private synchronized ShellProcess withTree(Launcher launcher) {
        tree = launcher.tree(process.toHandle(), shellPid);
        late = new BoundedOutput(LATE_BYTES);
        return this;
    }

    /** The reader starts the process: a sandbox that dies with its parent means the thread that started it. */
    private Process started(Launcher launcher) {
        CompletableFuture<Process> started = new CompletableFuture<>();
        Thread reader = new Thread(() -> startAndRead(launcher, started), "shell-output");
        reader.setDaemon(true);
        reader.start();
        try {
            return started.get();
        } catch (ExecutionException absent) {
            if (absent.getCause() instanceof ShellException known) {
                throw known;
            }
            throw new ShellException(
                    ShellException.Reason.SANDBOX_UNAVAILABLE,
                    launcher.isolation().sandbox().word() + " cannot be started (" + String.valueOf(absent.getCause())
                            + "): " + launcher.remedy());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ShellException(ShellException.Reason.SANDBOX_UNAVAILABLE, "interrupted while a shell started");
        }
    }

    private void startAndRead(Launcher launcher, CompletableFuture<Process> started) {
        try {
            ProcessBuilder builder = new ProcessBuilder(launcher.words(Launcher.BASH, false)).redirectErrorStream(true);
            builder.environment().clear();
            builder.environment().putAll(launcher.environment());
            Process child = builder.start();
            child.onExit().thenRun(() -> endLater(received));
            started.complete(child);
            read(child.getInputStream());
        } catch (IOException | RuntimeException failed) {
            started.completeExceptionally(failed);
        }
        scanner.end();
        markGone();
    }

    private void read(InputStream output) {
        byte[] chunk = new byte[64 << 10];
        try (output) {
            for (int count = output.read(chunk); count >= 0; count = output.read(chunk)) {
                scanner.feed(chunk, count);
                received += count;
            }
        } catch (IOException closed) {
            // the same as its end
        }
    }

    private void endLater(long seen) {
        CompletableFuture.delayedExecutor(LAST_WORDS_MILLIS, TimeUnit.MILLISECONDS)
                .execute(() -> {
                    if (received == seen) {
                        markGone();
                    } else {
                        endLater(received);
                    }
                });
    }

    private synchronized void markGone() {
        gone = true;
        notifyAll();
    }

    private void send(String text) {
        try {
            input.write(text.getBytes(StandardCharsets.UTF_8));
            input.flush();
        } catch (IOException ended) {
            // its end is noticed by the reader
        }
    }

    @Override
    public void output(byte[] bytes, int from, int length) {
        RunningCommand run;
        synchronized (this) {
            run = current;
            if (run == null || !run.takesOutput()) {
                late.add(bytes, from, length);
                return;
            }
            run.output().add(bytes, from, length);
        }
        try {
            run.tell(bytes, from, length);
        } catch (RuntimeException broken) {
            LOG.warn("a listener of shell output failed and hears no more: {}", broken.toString());
            run.deafen();
        }
    }

    @Override
    public synchronized void marker(String body) {
        String[] parts = body.split(" ", 4);
        RunningCommand run = current;
        long sequence = Long.parseLong(parts[1]);
        if (sequence == 0) {
            ready = true;
            shellPid = Long.parseLong(parts[2]);
            directory = parts[3];
        } else if (sequence < 0) {
            answered = Math.min(answered, sequence);
        } else if (run != null && run.sequence() == sequence && parts[0].equals("S")) {
            run.start();
        } else if (run != null && run.sequence() == sequence && !run.ended()) {
            run.end(Integer.parseInt(parts[2]));
            directory = parts[3];
        }
        notifyAll();
    }

    private synchronized boolean awaitReady() {
        until(() -> ready, START);
        return ready;
    }
    /** Begins a command. */
    void begin(RunningCommand run, String command) {
        synchronized (this) {
            current = run;
        }
        send(script.command(run.sequence(), command));
    }

    /** Asks an interrupted shell where it stands. */
    void resync(RunningCommand run) {
        send(script.resync(run.sequence()));
    }

    /**
     * Whether a shell that was interrupted is back at its prompt. An interrupt that comes late takes the line with it that
     * the shell is about to read, so it is asked more than once.
     */
    boolean answers() {
        for (int i = 0; i < 4; i++) {
            long question;
            synchronized (this) {
                question = --questions;
            }
            send(script.resync(question));
            if (awaitAnswer(question, Duration.ofMillis(i < 3 ? 150 : 1000))) {
                return true;
            }
        }
        return false;
    }

    private synchronized boolean awaitAnswer(long question, Duration most) {
        until(() -> answered <= question, most);
        return answered <= question;
    }

    /** Waits until a command has ended, the shell is gone, or, when {@code heedInterrupt}, somebody asked to stop it. */
    synchronized boolean await(RunningCommand run, Duration most, boolean heedInterrupt) {
        until(() -> run.ended() || (heedInterrupt && run.interruptAsked()), most);
        return run.ended() || gone;
    }

    /** Waits, with the monitor, until something is so, the shell is gone, or the time is over. */
    private void until(BooleanSupplier so, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        boolean time = true;
        while (time && !so.getAsBoolean() && !gone) {
            time = pause(end - System.nanoTime());
        }
    }

    /** Waits for a while, or until something happens. */
    synchronized void pause(Duration most) {
        pause(most.toNanos());
    }

    private boolean pause(long nanos) {
        if (nanos <= 0) {
            return false;
        }
        try {
            wait(Math.max(1, TimeUnit.NANOSECONDS.toMillis(nanos)));
            return true;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    synchronized void askInterrupt(RunningCommand run) {
        run.askInterrupt();
        notifyAll();
    }

    synchronized boolean gone() {
        return gone;
    }

    synchronized String directory() {
        return directory;
    }

    synchronized String takeLate() {
        String text = late.text();
        late = new BoundedOutput(LATE_BYTES);
        return text;
    }

    synchronized ProcessTree tree() {
        return Objects.requireNonNull(tree);
    }

    /** The status with which the shell ended, or -1. */
    int exitCode() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** Ends the shell and all processes of the session. */
    void kill() {
        tree().killAll();
        markGone();
    }
}
