package dev.tracemend.agent.signature;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What adapters and optimizers see of a signature: named fields in order and what is to be done. A value; every change
 * is another one.
 *
 * @param instructions what the model shall do
 * @param inputs what it is given
 * @param outputs what it shall give
 */
public record Layout(String instructions, List<Field> inputs, List<Field> outputs) {

    /**
     * Checks and copies the lists.
     *
     * @throws DeclarationException when there is no output, or two fields share a name
     */
    public Layout {
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) {
            throw new DeclarationException("a signature needs an output field, such as \"question -> answer\"");
        }
        Set<String> names = new HashSet<>();
        for (Field field : Stream.concat(inputs.stream(), outputs.stream()).toList()) {
            if (!names.add(field.name())) {
                throw new DeclarationException("two fields of the signature are named `" + field.name()
                        + "`: inputs and outputs share one prompt, so rename one");
            }
        }
    }

    /** With the instructions that DSPy gives a signature without any. */
    public static Layout of(List<Field> inputs, List<Field> outputs) {
        return new Layout(
                "Given the fields " + quoted(inputs) + ", produce the fields " + quoted(outputs) + ".",
                inputs,
                outputs);
    }

    /** Inputs, then outputs: the order of DSPy's state files. */
    public List<Field> fields() {
        return Stream.concat(inputs.stream(), outputs.stream()).toList();
    }

    /** The output field of a name. */
    public Optional<Field> output(String name) {
        return outputs.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /** The same fields, told to do something else. */
    public Layout withInstructions(String other) {
        return new Layout(other, inputs, outputs);
    }

    /** With one more input, behind the others. */
    public Layout withInput(Field field) {
        List<Field> all = new ArrayList<>(inputs);
        all.add(field);
        return new Layout(instructions, all, outputs);
    }

    /** With one more output, before the others, so that the model writes it first. */
    public Layout withFirstOutput(Field field) {
        List<Field> all = new ArrayList<>(List.of(field));
        all.addAll(outputs);
        return new Layout(instructions, inputs, all);
    }

    /** The same inputs, other outputs. */
    public Layout withOutputs(List<Field> others) {
        return new Layout(instructions, inputs, others);
    }

    private static String quoted(List<Field> fields) {
        return fields.stream().map(field -> "`" + field.name() + "`").collect(Collectors.joining(", "));
    }
}
