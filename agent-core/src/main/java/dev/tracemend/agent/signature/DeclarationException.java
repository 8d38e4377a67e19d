package dev.tracemend.agent.signature;

/** A signature or a tool is declared with something no model can fill; the message names class, component and remedy. */
public final class DeclarationException extends IllegalArgumentException {
    private static final long serialVersionUID = 1;

    /** The whole message; it names the class, the component and what to write instead. */
    public DeclarationException(String message) {
        super(message);
    }
}
