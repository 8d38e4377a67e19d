package dev.tracemend.agent.signature;

/** A value that came from a model does not fit its field; the message names the field and what it takes. */
public final class BindingException extends Exception {
    private static final long serialVersionUID = 1;
    private final String problem;

    BindingException(String path, String problem) {
        super(told(path, problem));
        this.problem = told(path, problem);
    }

    /** The message. */
    public String problem() {
        return problem;
    }

    private static String told(String path, String problem) {
        return (path.isEmpty() ? "the value" : "`" + path + "`") + " " + problem;
    }
}
