package dev.tracemend.agent.adapter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplyFormat.AnyText;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.Layout;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * One model answers freely, another takes the fields out of the answer: for strong models that think worse when they must
 * keep to a form.
 */
public final class TwoStepAdapter implements Adapter {
    private static final String ANSWER = "free_answer";

    private final LanguageModel extractor;
    private final Adapter form;

    /** The model that extracts, and the form in which it is asked. */
    public TwoStepAdapter(LanguageModel extractor, Adapter form) {
        this.extractor = extractor;
        this.form = form;
    }

    @Override
    public String name() {
        return "two-step";
    }

    @Override
    public boolean suits(Abilities abilities) {
        return form.suits(extractor.abilities());
    }

    @Override
    public ModelRequest format(Prompt prompt) {
        Layout layout = prompt.layout();
        List<Message> messages = List.of(
                new Message.Instruction(layout.instructions()),
                new Message.Question(layout.inputs().stream()
                                .filter(field -> prompt.inputs().has(field.name()))
                                .map(field -> field.name() + ": "
                                        + FieldText.print(field, prompt.inputs().get(field.name())))
                                .collect(Collectors.joining("\n\n"))
                        + "\n\nAnswer in your own words, and cover each of these:\n"
                        + FieldText.list(layout.outputs())));
        return new ModelRequest(messages, List.of(), Optional.empty(), new AnyText(), prompt.sampling());
    }

    @Override
    public ObjectNode parse(Layout layout, ModelReply reply) throws ParseFailure {
        if (reply.cut()) {
            throw new ParseFailure("the reply was cut off before its end; say it in fewer words", reply.text());
        }
        Layout extraction = new Layout(
                "Take the values of the output fields out of the given answer. Add nothing that it does not say.",
                List.of(Field.text(ANSWER)),
                layout.outputs());
        ObjectNode inputs = JsonNodeFactory.instance.objectNode().put(ANSWER, reply.text());
        ModelReply extracted = extractor.call(form.format(new Prompt(extraction, List.of(), inputs, Sampling.usual())));
        return form.parse(extraction, extracted);
    }
}
