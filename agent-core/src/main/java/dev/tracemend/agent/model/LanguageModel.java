package dev.tracemend.agent.model;

import java.util.List;

/** A language model that answers a conversation. Safe for use by several threads. */
public interface LanguageModel {

    /** The model's name as its provider spells it, for results and logs. */
    String name();

    /**
     * The reply to a conversation that ends with a user's turn. Blocks until the provider has answered or its time is up.
     *
     * @throws ModelException when there is no answer; the kind says why
     */
    ModelReply complete(String system, List<ModelTurn> turns);
}
