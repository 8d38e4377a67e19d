package dev.tracemend.agent.predict;

import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.Signature;

/** Has the model write its reasoning before the outputs. */
public final class ChainOfThought<I, O> extends Program<I, O> {
    /** The output that comes first. */
    public static final String REASONING = "reasoning";

    private final Predict<I, O> predict;

    private ChainOfThought(Predict<I, O> predict) {
        this.predict = predict;
    }

    /** Reasoning before what a signature asks for. */
    public static <I, O> ChainOfThought<I, O> of(Signature<I, O> signature) {
        return new ChainOfThought<>(Predict.of(signature.with(layout ->
                layout.withFirstOutput(Field.text(REASONING).described("the steps that lead to the outputs")))));
    }

    /** Reasoning before a record. */
    public static <I extends Record, O extends Record> ChainOfThought<I, O> of(Class<I> input, Class<O> output) {
        return of(Signature.of(input, output));
    }

    @Override
    protected O forward(I input, Run run) {
        return predict.predict(input, run).value();
    }

    /**
     * The output, and the reasoning among its fields.
     *
     * @throws RunException as {@link #call}
     */
    public Prediction<O> predict(I input, Run run) {
        return predict.predict(input, run.within(this));
    }
}
