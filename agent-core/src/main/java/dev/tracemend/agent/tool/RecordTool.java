package dev.tracemend.agent.tool;

import dev.tracemend.agent.signature.BindingException;
import dev.tracemend.agent.signature.FieldReader;
import dev.tracemend.agent.signature.Records;
import java.util.List;

/** A tool made of a function over a record: the record's components, in snake case, are the arguments. */
public final class RecordTool<A extends Record> implements Tool {
    private final ToolSpec spec;
    private final Class<A> type;
    private final Body<A> body;

    private RecordTool(ToolSpec spec, Class<A> type, Body<A> body) {
        this.spec = spec;
        this.type = type;
        this.body = body;
    }

    /** What the tool does with its arguments. */
    @FunctionalInterface
    public interface Body<A extends Record> {
        /** Does it, or says why not. */
        Observation run(A arguments) throws ToolException;
    }

    /**
     * A tool that runs without asking.
     *
     * @throws dev.tracemend.agent.signature.DeclarationException when the record has a component no model can fill
     */
    public static <A extends Record> RecordTool<A> of(
            String name, String description, Risk risk, Class<A> arguments, Body<A> body) {
        return new RecordTool<>(
                new ToolSpec(name, description, risk, false, FieldReader.snakeCase(FieldReader.of(arguments))),
                arguments,
                body);
    }

    /** The same tool, but a person is asked before each call. */
    public RecordTool<A> withApproval() {
        return new RecordTool<>(
                new ToolSpec(spec.name(), spec.description(), spec.risk(), true, spec.arguments()), type, body);
    }

    @Override
    public ToolSpec spec() {
        return spec;
    }

    @Override
    public Observation run(List<Object> arguments) throws ToolException {
        try {
            return body.run(Records.make("", type, arguments));
        } catch (BindingException refused) {
            throw new ToolException(refused.problem());
        }
    }
}
