package dev.tracemend.cli;

/** How a command ended, for scripts; the table is part of {@code --help}. */
enum ExitCode {
    DONE(0, "done, or stopped cleanly"),
    FAILED(1, "failed"),
    USAGE(2, "wrong usage"),
    CONFIGURATION(3, "something is configured wrongly"),
    UNREACHABLE(4, "the broker or another service cannot be reached"),
    UNFIXED(5, "finished, but not everything was fixed");

    private final int code;
    private final String meaning;

    ExitCode(int code, String meaning) {
        this.code = code;
        this.meaning = meaning;
    }

    int code() {
        return code;
    }

    String meaning() {
        return meaning;
    }
}
