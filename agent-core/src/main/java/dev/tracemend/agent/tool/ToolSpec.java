package dev.tracemend.agent.tool;

import dev.tracemend.agent.signature.Field;
import java.util.List;

/**
 * How a tool presents itself.
 *
 * @param name what a call names it by: letters, digits, {@code _} and {@code -}
 * @param description one or two sentences for the model
 * @param risk what it can do
 * @param approval whether a person is asked before each call
 * @param arguments what it takes
 */
public record ToolSpec(String name, String description, Risk risk, boolean approval, List<Field> arguments) {
    private static final int LONGEST_NAME = 64;

    /** Refuses a name that providers would refuse later. */
    public ToolSpec {
        if (name.length() > LONGEST_NAME || !name.matches("[A-Za-z0-9_-]+")) {
            throw new IllegalArgumentException(
                    "a tool cannot be named '" + name + "': use up to 64 letters, digits, _ and -");
        }
        arguments = List.copyOf(arguments);
    }

    /** The same tool under another name. */
    public ToolSpec named(String other) {
        return new ToolSpec(other, description, risk, approval, arguments);
    }
}
