package dev.tracemend.cli.shell;

/** A step cannot be done; the code is for programs, the message names the place and the remedy. */
final class StepRefusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final String code;

    StepRefusal(String code, String message) {
        super(message);
        this.code = code;
    }

    String code() {
        return code;
    }
}
