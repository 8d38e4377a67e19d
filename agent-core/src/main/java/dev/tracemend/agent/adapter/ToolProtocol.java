package dev.tracemend.agent.adapter;

import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.model.ToolOffer;
import java.util.List;
import java.util.Optional;

/** How tools are offered to a model and how it asks for them. Stateless. */
public interface ToolProtocol {

    /** A short name for settings, traces and logs. */
    String name();

    /** Whether a provider with these abilities can be asked in this way. */
    boolean suits(Abilities abilities);

    /**
     * The next request of an episode.
     *
     * @param conversation what was said so far, calls and results in the shape that all providers share
     * @param forced the tool that must be asked for; empty where the model may choose
     */
    ModelRequest request(List<Message> conversation, List<ToolOffer> tools, Optional<String> forced, Sampling sampling);

    /** What the model said, its calls found and numbered; {@code turn} makes their numbers differ from earlier ones. */
    Message.Answer read(ModelReply reply, int turn);
}
