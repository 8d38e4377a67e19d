package dev.tracemend.agent.model;

/** A language model that answers a conversation. Safe for use by several threads. */
public interface LanguageModel {

    /** The model's name as its provider spells it, for results and logs. */
    String name();

    /** What the provider can enforce; asking for more makes it refuse the request. */
    default Abilities abilities() {
        return Abilities.TEXT_ONLY;
    }

    /**
     * The reply to a request. Blocks until the provider has answered or its time is up.
     *
     * @throws ModelException when there is no answer; the kind says why
     */
    ModelReply call(ModelRequest request);
}
