package dev.tracemend.contracts;

/** What a language model did for a result: its name, calls and tokens; empty and zero where none was asked. */
public record ModelUse(String name, int calls, long tokensIn, long tokensOut) {

    /** No model was asked. */
    public static final ModelUse NONE = new ModelUse("", 0, 0, 0);

    /** Replaces what is absent by the neutral value. */
    public ModelUse {
        name = Absent.text(name);
    }
}
