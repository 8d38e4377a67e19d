package dev.tracemend.agent.model;

import java.util.List;

/**
 * What a model said.
 *
 * @param text its words; empty only where it asked for tools instead
 * @param calls the tools it asked for, in order
 * @param cut whether the provider stopped it at the longest reply
 * @param tokensIn tokens of the question as the provider counts them; 0 where it does not say
 * @param tokensOut tokens of the reply
 */
public record ModelReply(String text, List<ToolCall> calls, boolean cut, long tokensIn, long tokensOut) {

    /** Copies the list. */
    public ModelReply {
        calls = List.copyOf(calls);
    }

    /** Words alone, whole. */
    public ModelReply(String text, long tokensIn, long tokensOut) {
        this(text, List.of(), false, tokensIn, tokensOut);
    }

    /** The reply as a message of the conversation. */
    public Message.Answer asMessage() {
        return new Message.Answer(text, calls);
    }
}
