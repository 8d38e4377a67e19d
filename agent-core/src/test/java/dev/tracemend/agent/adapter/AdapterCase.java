package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.signature.Layout;
import dev.tracemend.agent.signature.Signature;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The layout and the replies that the tests of all adapters share. */
public final class AdapterCase {
    public static final Signature<Map<String, Object>, Map<String, Object>> SIGNATURE =
            Signature.parse("line: str, seen: list[str] -> reason: str, level: Literal['low', 'high'], count: int,"
                    + " parts: list[str], extra: Optional[float]");
    static final Layout LAYOUT = SIGNATURE.layout().withInstructions("Classify the line.");

    private AdapterCase() {}

    /** Every adapter there is. */
    public static Stream<Adapter> adapters() {
        return Stream.of(
                new MarkerAdapter(),
                new XmlAdapter(),
                JsonAdapter.object(),
                JsonAdapter.schema(),
                new SubmitAdapter(new NativeTools()),
                new SubmitAdapter(new TextTools()),
                new TwoStepAdapter(new Echo(), new Plain()));
    }

    /** What the second step is told to take the fields out of comes back as it is, so that its form alone is tested. */
    private static final class Echo implements LanguageModel {
        @Override
        public String name() {
            return "echo";
        }

        @Override
        public ModelReply call(ModelRequest request) {
            return new ModelReply(request.messages().get(0).text(), 0, 0);
        }
    }

    /** The marker layout whose question is nothing but the free answer. */
    private static final class Plain implements Adapter {
        private final MarkerAdapter marker = new MarkerAdapter();

        @Override
        public String name() {
            return "plain";
        }

        @Override
        public boolean suits(Abilities abilities) {
            return true;
        }

        @Override
        public ModelRequest format(Prompt prompt) {
            return ModelRequest.of(List.of(
                    new Message.Question(prompt.inputs().path("free_answer").asText())));
        }

        @Override
        public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
            return marker.parse(layout, reply);
        }
    }

    public static ObjectNode inputs() {
        ObjectNode inputs = JsonNodeFactory.instance.objectNode().put("line", "NullPointerException at Cart.java:42");
        inputs.putArray("seen").add("a").add("b");
        return inputs;
    }

    public static ObjectNode outputs() {
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
    public static ModelReply reply(Adapter adapter, ObjectNode outputs) {
        // Two steps have no layout of their own: any answer will do for the first, here one in markers.
        Adapter printing = adapter instanceof TwoStepAdapter ? new MarkerAdapter() : adapter;
        ObjectNode all = inputs();
        all.setAll(outputs);
        return printing.format(prompt(List.of(Demo.of(all)))).messages().stream()
                .filter(Message.Answer.class::isInstance)
                .map(Message.Answer.class::cast)
                .map(answer -> new ModelReply(answer.text(), answer.calls(), false, 0, 0))
                .findFirst()
                .orElseThrow();
    }

    /** The same reply with its text and its calls' arguments changed. */
    public static ModelReply changed(ModelReply reply, java.util.function.UnaryOperator<String> change) {
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
