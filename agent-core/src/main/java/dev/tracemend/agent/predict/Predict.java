package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Demo;
import dev.tracemend.agent.adapter.ParseFailure;
import dev.tracemend.agent.adapter.Prompt;
import dev.tracemend.agent.signature.BindingException;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.FieldType;
import dev.tracemend.agent.signature.Layout;
import dev.tracemend.agent.signature.Signature;
import java.util.List;

/** One typed call to a model: the smallest program, and the only one that has anything to learn. */
public final class Predict<I, O> extends Program<I, O> {
    private static final Field HINT =
            new Field("hint_", new FieldType.Text(), "what an earlier attempt at this taught");

    private final Signature<I, O> signature;

    private Predict(Signature<I, O> signature) {
        this.signature = signature;
    }

    /** A call that a signature describes. */
    public static <I, O> Predict<I, O> of(Signature<I, O> signature) {
        return new Predict<>(signature);
    }

    /** A call from one record to another. */
    public static <I extends Record, O extends Record> Predict<I, O> of(Class<I> input, Class<O> output) {
        return new Predict<>(Signature.of(input, output));
    }

    Layout layout() {
        return signature.layout();
    }

    Signature<I, O> signature() {
        return signature;
    }

    @Override
    protected O forward(I input, Run run) {
        return predict(input, run).value();
    }

    /**
     * The output, and the fields that were added to it.
     *
     * @throws RunException as {@link #call}
     */
    public Prediction<O> predict(I input, Run run) {
        return predict(signature.write(input), run.within(this));
    }

    Prediction<O> predict(ObjectNode inputs, Run run) {
        String name = run.nameOf(this);
        Layout layout =
                run.state().of(name).map(state -> state.applied(layout())).orElse(layout());
        List<Demo> demos = run.state().of(name).map(PredictorState::demos).orElse(List.of());
        String hint = run.hints().getOrDefault(name, "");
        if (!hint.isEmpty()) {
            layout = layout.withInput(HINT);
            inputs = inputs.deepCopy().put(HINT.name(), hint);
        }
        Prompt prompt = new Prompt(layout, demos, inputs, run.sampling());
        ObjectNode outputs = run.asking().ask(new Asking.Question(name, prompt, signature::read), run);
        try {
            return new Prediction<>(signature.read(outputs), outputs);
        } catch (BindingException refused) {
            throw new RunException.Unreadable(
                    name, run.model().name(), new ParseFailure(refused.problem(), outputs.toString()));
        }
    }
}
