package dev.tracemend.agent.adapter;

import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplyFormat.AnyText;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.model.ToolCall;
import dev.tracemend.agent.model.ToolOffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The provider's own tool calls. */
public final class NativeTools implements ToolProtocol {

    @Override
    public String name() {
        return "native";
    }

    @Override
    public boolean suits(Abilities abilities) {
        return abilities.tools();
    }

    @Override
    public ModelRequest request(
            List<Message> conversation, List<ToolOffer> tools, Optional<String> forced, Sampling sampling) {
        return new ModelRequest(conversation, tools, forced, new AnyText(), sampling);
    }

    @Override
    public Message.Answer read(ModelReply reply, int turn) {
        List<ToolCall> calls = new ArrayList<>();
        for (ToolCall call : reply.calls()) {
            String id = call.id().isEmpty() ? "call_" + turn + "_" + calls.size() : call.id();
            calls.add(new ToolCall(id, call.name(), call.arguments()));
        }
        return new Message.Answer(reply.text(), calls);
    }
}
