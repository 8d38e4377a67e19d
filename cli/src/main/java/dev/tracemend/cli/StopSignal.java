package dev.tracemend.cli;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import sun.misc.Signal;

/**
 * SIGINT and SIGTERM: the first asks the command to finish what it holds and leave, the second ends the process at once
 * with 130. The JVM's own handling would exit with 143 even after a clean stop.
 */
public final class StopSignal {
    private final CountDownLatch asked = new CountDownLatch(1);

    private StopSignal() {}

    /** Takes over both signals; {@code onFirst} runs in the signal's thread and must not block. */
    static StopSignal install(Runnable onFirst) {
        StopSignal stop = new StopSignal();
        for (String name : new String[] {"INT", "TERM"}) {
            Signal.handle(new Signal(name), signal -> {
                if (stop.asked.getCount() == 0) {
                    Runtime.getRuntime().halt(130);
                }
                stop.asked.countDown();
                onFirst.run();
            });
        }
        return stop;
    }

    static StopSignal install() {
        return install(() -> {});
    }

    boolean isAsked() {
        return asked.getCount() == 0;
    }

    /** Waits until somebody asks to stop. */
    void await() {
        try {
            asked.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Waits at most so long; whether somebody asked. */
    boolean await(long millis) {
        try {
            return asked.await(millis, TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }
}
