package dev.tracemend.agent.signature;

/**
 * One named value of a signature or of a tool's arguments.
 *
 * @param name as the record spells it
 * @param type what values it takes
 * @param description what it means; empty where nobody said
 */
public record Field(String name, FieldType type, String description) {

    /** A field of text without a description. */
    public static Field text(String name) {
        return new Field(name, new FieldType.Text(), "");
    }

    /** The same field, described otherwise. */
    public Field described(String other) {
        return new Field(name, type, other);
    }

    /** The label that DSPy gives such a field in its state files: {@code testCommand} is {@code Test Command:}. */
    public String prefix() {
        return Naming.title(name) + ":";
    }

    /** Whether a call may leave it out. */
    public boolean optional() {
        return type instanceof FieldType.Maybe;
    }
}
