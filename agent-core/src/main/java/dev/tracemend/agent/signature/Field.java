package dev.tracemend.agent.signature;

/**
 * One named value of a signature or of a tool's arguments.
 *
 * @param name as the record spells it
 * @param type what values it takes
 * @param description what it means; empty where nobody said
 */
public record Field(String name, FieldType type, String description) {

    /** Whether a call may leave it out. */
    public boolean optional() {
        return type instanceof FieldType.Maybe;
    }
}
