package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.NativeTools;
import dev.tracemend.agent.adapter.TextTools;
import dev.tracemend.agent.adapter.ToolProtocol;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.signature.Signature;
import dev.tracemend.agent.tool.ToolBox;

/**
 * An agent: the model thinks, calls tools, sees what they give, and ends by calling {@code submit} with the outputs. Models
 * with tool calls of their own use them, others a text format.
 */
public final class ReAct<I, O> extends Program<I, O> {
    /** Replies that an agent may take unless told otherwise. */
    public static final int MAX_ITERATIONS = 20;
    /** Tokens of conversation that are shown at most; older turns are left out. */
    public static final long MAX_TOKENS = 60_000;

    private final Predict<I, O> react;
    private final ToolBox tools;
    private final int maxIterations;

    private ReAct(Predict<I, O> react, ToolBox tools, int maxIterations) {
        this.react = react;
        this.tools = tools;
        this.maxIterations = maxIterations;
    }

    /** An agent that makes what a signature asks for with the help of tools. */
    public static <I, O> ReAct<I, O> of(Signature<I, O> signature, ToolBox tools) {
        return new ReAct<>(Predict.of(signature), tools, MAX_ITERATIONS);
    }

    /** With at most so many replies before it must hand in what it knows. */
    public ReAct<I, O> maxIterations(int most) {
        return new ReAct<>(react, tools, most);
    }

    @Override
    protected O forward(I input, Run run) {
        return episode(input, run).value();
    }

    /**
     * The output, and why the agent stopped.
     *
     * @throws RunException as {@link #call}
     */
    public Episode<O> episode(I input, Run run) {
        Run inside = run.within(this);
        ObjectNode inputs = react.signature().write(input);
        return new ReActEpisode<>(react, tools, protocol(inside.model()), inside).play(inputs, maxIterations);
    }

    private static ToolProtocol protocol(LanguageModel model) {
        ToolProtocol own = new NativeTools();
        return own.suits(model.abilities()) ? own : new TextTools();
    }
}
