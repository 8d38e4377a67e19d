package dev.tracemend.agent.model;

import dev.tracemend.agent.model.ReplyFormat.AnyText;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One question to a model; two that are equal are the same question.
 *
 * @param messages the conversation, oldest first
 * @param tools what the model may ask for
 * @param forced the one tool that it must ask for; empty where it may choose
 * @param format what the reply must look like
 * @param sampling how the reply is drawn
 */
public record ModelRequest(
        List<Message> messages, List<ToolOffer> tools, Optional<String> forced, ReplyFormat format, Sampling sampling) {

    /** Copies the lists. */
    public ModelRequest {
        messages = List.copyOf(messages);
        tools = List.copyOf(tools);
    }

    /** A conversation without tools, answered in any text. */
    public static ModelRequest of(List<Message> messages) {
        return new ModelRequest(messages, List.of(), Optional.empty(), new AnyText(), Sampling.usual());
    }

    /** The same question, and what was said after it. */
    public ModelRequest followedBy(Message... more) {
        List<Message> all = new ArrayList<>(messages);
        all.addAll(List.of(more));
        return new ModelRequest(all, tools, forced, format, sampling);
    }

    /** The same question in another format. */
    public ModelRequest as(ReplyFormat other) {
        return new ModelRequest(messages, tools, forced, other, sampling);
    }

    /** The same question drawn in another way. */
    public ModelRequest drawn(Sampling other) {
        return new ModelRequest(messages, tools, forced, format, other);
    }
}
