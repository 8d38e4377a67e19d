package dev.tracemend.agent.adapter;

/** A reply that could not be read as the fields asked for; it carries the reply and says what was wrong with it. */
public final class ParseFailure extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;
    private final String raw;

    /** The problem in words for the author of the reply, and the reply. */
    public ParseFailure(String problem, String raw) {
        super(problem);
        this.problem = problem;
        this.raw = raw;
    }

    /** What was wrong, in words for the author of the reply. */
    public String problem() {
        return problem;
    }

    /** The reply as it came. */
    public String raw() {
        return raw;
    }
}
