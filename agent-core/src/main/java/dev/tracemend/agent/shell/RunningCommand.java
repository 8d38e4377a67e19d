package dev.tracemend.agent.shell;

/** A command under way. Its state is kept by the monitor of the {@link ShellProcess} that runs it. */
final class RunningCommand {
    private final long sequence;
    private final BoundedOutput output;
    private OutputListener listener;
    private final TextPieces pieces = new TextPieces();
    private final long begun = System.nanoTime();
    private boolean started;
    private boolean ended;
    private boolean interruptAsked;
    private int exitCode = -1;

    RunningCommand(long sequence, int outputBytes, OutputListener listener) {
        this.sequence = sequence;
        this.output = new BoundedOutput(outputBytes);
        this.listener = listener;
    }

    long sequence() {
        return sequence;
    }

    BoundedOutput output() {
        return output;
    }

    long begun() {
        return begun;
    }

    /** Tells the listener; called without a lock. */
    void tell(byte[] bytes, int from, int length) {
        if (listener != OutputListener.NONE) {
            String text = pieces.next(bytes, from, length);
            if (!text.isEmpty()) {
                listener.heard(text);
            }
        }
    }

    void deafen() {
        listener = OutputListener.NONE;
    }

    boolean takesOutput() {
        return started && !ended;
    }

    void start() {
        started = true;
    }

    void end(int code) {
        if (!ended) {
            ended = true;
            exitCode = code;
        }
    }

    boolean ended() {
        return ended;
    }

    void askInterrupt() {
        interruptAsked = true;
    }

    boolean interruptAsked() {
        return interruptAsked;
    }

    int exitCode() {
        return exitCode;
    }
}
