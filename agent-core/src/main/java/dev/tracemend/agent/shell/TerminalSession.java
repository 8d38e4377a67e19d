package dev.tracemend.agent.shell;

import com.pty4j.PtyProcess;
import com.pty4j.PtyProcessBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A program that wants a terminal (a Python prompt, a debugger), in the same sandboxes as a shell. It is written to, and
 * then waited for: until a pattern comes, or until nothing has come for a while.
 */
public final class TerminalSession implements AutoCloseable {
    private final Launcher launcher;
    private final PtyProcess process;
    private final TerminalText screen = new TerminalText();
    private long lastHeard = System.nanoTime();
    private boolean ended;

    private TerminalSession(Launcher launcher, List<String> argv, String workspace) {
        this.launcher = launcher;
        CompletableFuture<PtyProcess> started = new CompletableFuture<>();
        Thread reader = new Thread(() -> startAndRead(argv, workspace, started), "terminal-output");
        reader.setDaemon(true);
        reader.start();
        try {
            this.process = started.get();
        } catch (ExecutionException failed) {
            launcher.close();
            throw new ShellException(
                    ShellException.Reason.SANDBOX_UNAVAILABLE,
                    argv.get(0) + " cannot be started on a terminal (" + failed.getCause() + "): " + launcher.remedy());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new ShellException(ShellException.Reason.SANDBOX_UNAVAILABLE, "interrupted while it started");
        }
    }

    /**
     * Starts a program on a terminal of 120 columns and 40 lines.
     *
     * @throws ShellException if the sandbox cannot run here, or there is no program
     */
    public static TerminalSession open(ShellSettings settings, List<String> argv) {
        if (argv.isEmpty()) {
            throw new ShellException(ShellException.Reason.BAD_COMMAND, "there is no program to run");
        }
        return new TerminalSession(
                Shells.launcher(settings), argv, settings.workspace().toString());
    }

    private void startAndRead(List<String> argv, String workspace, CompletableFuture<PtyProcess> started) {
        try {
            Map<String, String> environment = launcher.environment();
            PtyProcess child = new PtyProcessBuilder(launcher.words(argv, true).toArray(String[]::new))
                    .setEnvironment(environment)
                    .setDirectory(workspace)
                    .setInitialColumns(120)
                    .setInitialRows(40)
                    .start();
            started.complete(child);
            read(child.getInputStream());
        } catch (IOException | RuntimeException failed) {
            started.completeExceptionally(failed);
        }
        synchronized (this) {
            ended = true;
            notifyAll();
        }
    }

    private void read(InputStream in) {
        byte[] chunk = new byte[8192];
        TextPieces pieces = new TextPieces();
        try {
            for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
                synchronized (this) {
                    screen.add(pieces.next(chunk, 0, count));
                    lastHeard = System.nanoTime();
                    notifyAll();
                }
            }
        } catch (IOException closed) {
            // a terminal whose last program has ended
        }
    }

    /** Writes text as typed; a line needs its line end. */
    public void send(String text) {
        try {
            process.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException gone) {
            // told by the next reply
        }
    }

    /** Types the interrupt key. */
    public void interrupt() {
        send("\u0003");
    }

    /** Waits until the pattern is found; the reply's text ends with what it found. */
    public synchronized TerminalReply expect(Pattern pattern, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        do {
            boolean over = ended;
            try {
                Matcher matcher = pattern.matcher(new PatientText(screen.pending(), end));
                if (matcher.find()) {
                    return reply(matcher.end(), true, false);
                }
            } catch (PatientText.Impatience tooLong) {
                break;
            }
            if (over) {
                return reply(screen.pending().length(), false, false);
            }
        } while (pause(end - System.nanoTime()));
        return reply(screen.pending().length(), false, !ended);
    }

    /** Waits until nothing has come for a while after the last piece, and something has come at all. */
    public synchronized TerminalReply settle(Duration quiet, Duration most) {
        long end = System.nanoTime() + most.toNanos();
        while (!ended) {
            long calm = System.nanoTime() - lastHeard;
            if (!screen.pending().isEmpty() && calm >= quiet.toNanos()) {
                return reply(screen.pending().length(), false, false);
            }
            long wait = screen.pending().isEmpty() ? Long.MAX_VALUE : quiet.toNanos() - calm;
            if (!pause(Math.min(wait, end - System.nanoTime()))) {
                return reply(screen.pending().length(), false, true);
            }
        }
        return reply(screen.pending().length(), false, false);
    }

    private TerminalReply reply(int length, boolean matched, boolean timedOut) {
        String text = screen.pending().substring(0, length);
        screen.take(length);
        return new TerminalReply(text, matched, timedOut, ended, ended ? exitCode() : -1);
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

    private int exitCode() {
        try {
            return process.waitFor(1, TimeUnit.SECONDS) ? process.exitValue() : -1;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    /** What confines the program. */
    public Isolation isolation() {
        return launcher.isolation();
    }

    @Override
    public void close() {
        ProcessHandle.of(process.pid())
                .ifPresent(handle -> launcher.tree(handle, 0).killAll());
        process.destroyForcibly();
        launcher.close();
    }
}
