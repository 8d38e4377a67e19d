package dev.tracemend.agent.edit.syntax;

import java.util.List;

/**
 * A function, method or type.
 *
 * @param kind the grammar's word for it
 * @param parameters the types of its parameters, or whatever stands in the place of types
 * @param first 0-based line where it begins, decorators included
 * @param end the line behind its last one
 */
public record Declaration(String kind, String name, List<String> parameters, int first, int end) {

    /** Copies the parameters. */
    public Declaration {
        parameters = List.copyOf(parameters);
    }

    /** Whether both may stand for the same thing. */
    public boolean matches(Declaration other) {
        return kind.equals(other.kind) && name.equals(other.name) && parameters.equals(other.parameters);
    }
}
