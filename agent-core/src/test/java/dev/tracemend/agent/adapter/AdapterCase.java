package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.signature.Layout;
import dev.tracemend.agent.signature.Signature;
import java.util.List;
import java.util.stream.Stream;

/** The layout and the replies that the tests of all adapters share. */
final class AdapterCase {
    static final Layout LAYOUT = Signature.parse(
                    "line: str, seen: list[str] -> reason: str, level: Literal['low', 'high'], count: int,"
                            + " parts: list[str], extra: Optional[float]")
            .layout()
            .withInstructions("Classify the line.");

    private AdapterCase() {}

    static Stream<Adapter> adapters() {
        return Stream.of(
                new MarkerAdapter(),
                new XmlAdapter(),
                JsonAdapter.object(),
                JsonAdapter.schema(),
                new SubmitAdapter(new NativeTools()),
                new SubmitAdapter(new TextTools()));
    }

    static ObjectNode inputs() {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode().put("line", "NullPointerException at Cart.java:42");
        inputs.putArray("seen").add("a").add("b");
        return inputs;
    }

    static ObjectNode outputs() {
        ObjectNode outputs = JsonNodeFactory.instance
                .objectNode()
                .put("reason", "the cart is null")
                .put("level", "high")
                .put("count", 3);
        outputs.putArray("parts").add("Cart").add("Order");
        return outputs.put("extra", 0.5);
    }

    static Prompt prompt(List<Demo> demos) {
        return new Prompt(LAYOUT, demos, inputs(), Sampling.usual());
    }

    /** What the adapter itself prints for these outputs, as if a model had said it. */
    static ModelReply reply(Adapter adapter, ObjectNode outputs) {
        ObjectNode all = inputs();
        all.setAll(outputs);
        return adapter.format(prompt(List.of(Demo.of(all)))).messages().stream()
                .filter(Message.Answer.class::isInstance)
                .map(Message.Answer.class::cast)
                .map(answer -> new ModelReply(answer.text(), answer.calls(), false, 0, 0))
                .findFirst()
                .orElseThrow();
    }

    /** The same reply with its text and its calls' arguments changed. */
    static ModelReply changed(ModelReply reply, java.util.function.UnaryOperator<String> change) {
        return new ModelReply(
                change.apply(reply.text()),
                reply.calls().stream()
                        .map(call -> new dev.tracemend.agent.model.ToolCall(
                                call.id(), call.name(), change.apply(call.arguments())))
                        .toList(),
                false,
                0,
                0);
    }
}
