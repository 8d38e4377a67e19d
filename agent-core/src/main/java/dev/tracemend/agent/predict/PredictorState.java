package dev.tracemend.agent.predict;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Demo;
import dev.tracemend.agent.signature.Field;
import dev.tracemend.agent.signature.Layout;
import java.util.ArrayList;
import java.util.List;

/**
 * What can be learned of one predictor.
 *
 * @param instructions what the model is told to do
 * @param labels of the fields, inputs then outputs, matched by position
 * @param demos shown before each question
 * @param rest keys of a state file that mean nothing here; they are kept when it is written again
 */
public record PredictorState(String instructions, List<Label> labels, List<Demo> demos, ObjectNode rest) {

    /** How a state file describes a field; {@code ${name}} stands for no description. */
    public record Label(String prefix, String description) {
        static Label of(Field field) {
            return new Label(
                    field.prefix(), field.description().isEmpty() ? "${" + field.name() + "}" : field.description());
        }

        Field applied(Field field) {
            return description.isEmpty() || description.equals("${" + field.name() + "}")
                    ? field
                    : field.described(description);
        }
    }

    /** Copies the lists. */
    public PredictorState {
        labels = List.copyOf(labels);
        demos = List.copyOf(demos);
    }

    /** What a layout says before anything is learned. */
    public static PredictorState initial(Layout layout) {
        return new PredictorState(
                layout.instructions(),
                layout.fields().stream().map(Label::of).toList(),
                List.of(),
                JsonNodeFactory.instance.objectNode());
    }

    /** With other instructions. */
    public PredictorState withInstructions(String other) {
        return new PredictorState(other, labels, demos, rest);
    }

    /** With other demos. */
    public PredictorState withDemos(List<Demo> others) {
        return new PredictorState(instructions, labels, others, rest);
    }

    /** A layout as this state words it; labels of another number of fields are passed over. */
    Layout applied(Layout layout) {
        if (labels.size() != layout.fields().size()) {
            return layout.withInstructions(instructions);
        }
        List<Field> fields = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            fields.add(labels.get(i).applied(layout.fields().get(i)));
        }
        int inputs = layout.inputs().size();
        return new Layout(instructions, fields.subList(0, inputs), fields.subList(inputs, fields.size()));
    }
}
