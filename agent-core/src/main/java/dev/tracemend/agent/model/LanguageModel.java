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

    /**
     * The same, told in pieces while it is written; a model that cannot stream tells it in one piece.
     *
     * @throws ModelException also when the reply breaks off
     */
    default ModelReply call(ModelRequest request, ModelListener listener) {
        ModelReply reply = call(request);
        listener.text(reply.text());
        return reply;
    }
}
