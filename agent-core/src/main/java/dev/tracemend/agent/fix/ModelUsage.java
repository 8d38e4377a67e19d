package dev.tracemend.agent.fix;

/** What a model did for one task: name, calls, tokens as the provider counts them. */
public record ModelUsage(String name, int calls, long tokensIn, long tokensOut) {

    /** No model was asked. */
    public static final ModelUsage NONE = new ModelUsage("", 0, 0, 0);
}
