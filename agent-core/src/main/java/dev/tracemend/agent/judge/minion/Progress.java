package dev.tracemend.agent.judge.minion;

/** What the working thread is doing, read by the thread that watches its time. */
final class Progress {
    private volatile long startedNanos;
    private volatile boolean running;
    private volatile String inside = "";

    void begin() {
        startedNanos = System.nanoTime();
        running = true;
    }

    void enter(String member) {
        inside = member;
    }

    void done() {
        running = false;
    }

    /** Nanoseconds since the running call began; 0 when none runs. */
    long runningNanos() {
        return running ? System.nanoTime() - startedNanos : 0;
    }

    /** The member of the project that was entered last, as {@code class#method}. */
    String inside() {
        return inside;
    }
}
