package dev.tracemend.agent.shell;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Ends a command that will not end by itself, as gently as it lets us, so that the shell keeps its state if possible. */
final class StopLadder {
    private static final Duration SETTLE = Duration.ofMillis(40);
    private static final List<Rung> RUNGS = List.of(
            new Rung("INT", Duration.ofMillis(400)),
            new Rung("INT", Duration.ofMillis(250)),
            new Rung("TERM", Duration.ofMillis(400)),
            new Rung("KILL", Duration.ofMillis(500)),
            new Rung("KILL", Duration.ofMillis(500)));

    private final ShellProcess shell;
    private final RunningCommand run;
    private final Set<Long> before;

    private record Rung(String signal, Duration patience) {}

    /** @param before the processes that were there before the command; they are let alone */
    StopLadder(ShellProcess shell, RunningCommand run, Set<Long> before) {
        this.shell = shell;
        this.run = run;
        this.before = before;
    }

    /** Afterwards the command has ended, or the shell with it. */
    void descend() {
        for (Rung rung : RUNGS) {
            press(rung);
            if (shell.await(run, SETTLE, false)) {
                break;
            }
            shell.resync(run);
            if (shell.await(run, rung.patience(), false)) {
                break;
            }
        }
        if (!shell.await(run, Duration.ZERO, false)) {
            shell.kill();
            return;
        }
        if (!shell.gone()) {
            sweep();
        }
        if (!shell.gone() && !shell.answers()) {
            shell.kill();
        }
    }

    /** Who left the foreground, or is deaf to the interrupt key, is told apart. */
    private void press(Rung rung) {
        if (rung != RUNGS.get(0)) {
            shell.tree().signal(rung.signal(), started());
        }
        shell.tree().interruptShell();
    }

    /** Those in the background, or deaf to the first signals. */
    private void sweep() {
        Set<Long> left = started();
        if (left.isEmpty()) {
            return;
        }
        shell.tree().signal("TERM", left);
        long end = System.nanoTime() + Duration.ofMillis(200).toNanos();
        while (!started().isEmpty() && System.nanoTime() < end) {
            shell.pause(Duration.ofMillis(10));
        }
        for (int round = 0; round < 20 && !started().isEmpty(); round++) {
            shell.tree().signal("KILL", started());
            shell.pause(Duration.ofMillis(5));
        }
    }

    private Set<Long> started() {
        Set<Long> members = new HashSet<>(shell.tree().members());
        members.removeAll(before);
        return members;
    }
}
