package dev.tracemend.cli.shell;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * A {@code run} from the line that asks for it to its answer. An interrupt that was read ahead may come before it has
 * begun, and is then delivered when it has run for the time the interrupt asks for.
 */
final class StepRun {
    private static final Duration RETRY = Duration.ofMillis(10);

    private final ScheduledExecutorService clock;
    private Duration interruptAfter = Duration.ZERO;
    private boolean interruptAsked;
    private boolean ended;
    private boolean interrupted;
    private long begun;
    private Optional<BooleanSupplier> interrupt = Optional.empty();

    StepRun(ScheduledExecutorService clock) {
        this.clock = clock;
    }

    /** Begins; {@code how} interrupts what runs and says whether something did. */
    synchronized void begin(BooleanSupplier how) {
        interrupt = Optional.of(how);
        begun = System.nanoTime();
        if (interruptAsked) {
            schedule(interruptAfter);
        }
    }

    synchronized void askInterrupt(Duration after) {
        interruptAsked = true;
        interruptAfter = after;
        if (interrupt.isPresent() && !ended) {
            schedule(after.minusNanos(System.nanoTime() - begun));
        }
    }

    private void schedule(Duration delay) {
        var unused = clock.schedule(this::deliver, Math.max(0, delay.toMillis()), TimeUnit.MILLISECONDS);
    }

    private synchronized void deliver() {
        if (!ended && !interrupt.orElseThrow().getAsBoolean()) {
            schedule(RETRY);
        }
    }

    synchronized void end(boolean wasInterrupted) {
        ended = true;
        interrupted = wasInterrupted;
    }

    synchronized boolean interrupted() {
        return interrupted;
    }
}
