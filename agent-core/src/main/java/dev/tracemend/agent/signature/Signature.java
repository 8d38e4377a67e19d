package dev.tracemend.agent.signature;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;

/**
 * A call to a model as a type: from one record to another. The layout is what the model is shown; the records are what
 * the program sees.
 */
public final class Signature<I, O> {
    private final Layout layout;
    private final Shape<I> input;
    private final Shape<O> output;

    private Signature(Layout layout, Shape<I> input, Shape<O> output) {
        this.layout = layout;
        this.input = input;
        this.output = output;
    }

    /** How values of one side become JSON and come back. */
    private interface Shape<T> {
        ObjectNode write(T value);

        T read(List<Field> fields, ObjectNode json) throws BindingException;
    }

    /**
     * From the components of two records; {@link Instructions} on the output record says what to do.
     *
     * @throws DeclarationException when a component has a type no model can fill, or a name stands on both sides
     */
    public static <I extends Record, O extends Record> Signature<I, O> of(Class<I> input, Class<O> output) {
        Layout layout = Layout.of(FieldReader.of(input), FieldReader.of(output));
        Instructions told = output.getAnnotation(Instructions.class);
        return new Signature<>(
                told == null ? layout : layout.withInstructions(told.value().strip()),
                new OfRecord<>(input),
                new OfRecord<>(output));
    }

    /**
     * From text such as {@code question, context: list[str] -> answer, score: float}; a field without a type is text.
     *
     * @throws DeclarationException when the text is no signature; the message says where
     */
    public static Signature<Map<String, Object>, Map<String, Object>> parse(String text) {
        Layout layout = SignatureParser.parse(text);
        return new Signature<>(layout, new OfMap(layout.inputs()), new OfMap(layout.outputs()));
    }

    /** What the model is shown. */
    public Layout layout() {
        return layout;
    }

    /** The same types, told to do something else. */
    public Signature<I, O> withInstructions(String instructions) {
        return new Signature<>(layout.withInstructions(instructions), input, output);
    }

    /** The same types behind a changed layout; outputs may be added, those of the output type must stay. */
    public Signature<I, O> with(UnaryOperator<Layout> change) {
        return new Signature<>(change.apply(layout), input, output);
    }

    /** An input as the JSON that prompts, demos and traces hold. */
    public ObjectNode write(I value) {
        return input.write(value);
    }

    /** An output likewise, as demos hold it. */
    public ObjectNode writeOutput(O value) {
        return output.write(value);
    }

    /**
     * The output that a reply holds. Fields that a module has added to the layout, such as its reasoning, are passed over.
     *
     * @throws BindingException when a field is missing or of another type
     */
    public O read(ObjectNode reply) throws BindingException {
        return output.read(layout.outputs(), reply);
    }

    private record OfRecord<R extends Record>(Class<R> type) implements Shape<R> {
        @Override
        public ObjectNode write(R value) {
            return ValueWriter.record(value);
        }

        @Override
        public R read(List<Field> ignored, ObjectNode json) throws BindingException {
            List<Field> own = FieldReader.of(type);
            ObjectNode only = json.objectNode();
            own.forEach(field -> {
                JsonNode node = json.get(field.name());
                if (node != null) {
                    only.set(field.name(), node);
                }
            });
            return Records.make("", type, ValueBinder.bind(own, only));
        }
    }

    private record OfMap(List<Field> own) implements Shape<Map<String, Object>> {
        @Override
        public ObjectNode write(Map<String, Object> value) {
            return ValueWriter.map(value);
        }

        @Override
        public Map<String, Object> read(List<Field> ignored, ObjectNode json) throws BindingException {
            Map<String, Object> values = new LinkedHashMap<>();
            for (Field field : own) {
                values.put(field.name(), ValueBinder.bind(field.name(), field.type(), json.path(field.name())));
            }
            return values;
        }
    }
}
