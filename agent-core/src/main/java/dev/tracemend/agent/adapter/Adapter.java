package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.signature.Layout;

/** One way to print fields for a model and to read them out of its reply. Stateless. */
public interface Adapter {

    /** A short name for settings, traces and logs. */
    String name();

    /** Whether a provider with these abilities can be asked in this way. */
    boolean suits(Abilities abilities);

    /** The request; the same prompt always gives the same bytes. */
    ModelRequest format(Prompt prompt);

    /**
     * The output fields of a reply, each checked against its type; nothing is filled in for a field that is missing.
     *
     * @throws ParseFailure when the reply does not hold them
     */
    ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure;
}
