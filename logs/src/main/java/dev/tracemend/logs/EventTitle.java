package dev.tracemend.logs;

/** One line for a person, such as {@code NullPointerException in Cart.total: Cannot invoke …}. */
public final class EventTitle {
    /** The longest title. */
    public static final int MAX_CHARS = 160;

    private EventTitle() {}

    /** At most {@link #MAX_CHARS} characters, without line breaks. */
    public static String of(StackTrace trace, LineFacts facts) {
        String title = trace.isEmpty()
                ? facts.message()
                : trace.root().simpleType() + ": " + trace.root().message();
        String line = title.replace('\n', ' ');
        return line.length() <= MAX_CHARS ? line : line.substring(0, MAX_CHARS - 1) + "…";
    }
}
