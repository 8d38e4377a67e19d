package dev.tracemend.logs;

import java.util.List;
import java.util.Optional;

/** One line for a person, such as {@code NullPointerException in Cart.total: Cannot invoke …}. */
public final class EventTitle {
    /** The longest title. */
    public static final int MAX_CHARS = 160;

    private static final String UNNAMED = "error without a message";

    private EventTitle() {}

    /** At most {@link #MAX_CHARS} characters, without line breaks or control characters, never empty. */
    public static String of(StackTrace trace, LineFacts facts) {
        String title = trace.isEmpty() ? facts.message() : ofTrace(trace);
        String line = oneLine(title);
        if (line.isEmpty()) {
            line = facts.logger().isBlank() ? UNNAMED : oneLine("error of " + facts.logger());
        }
        return line.length() <= MAX_CHARS ? line : cut(line);
    }

    private static String ofTrace(StackTrace trace) {
        ThrownException root = trace.root();
        String type = root.simpleType();
        type = type.substring(type.lastIndexOf('$') + 1);
        String place = ownFrame(trace).map(CodeName::readable).orElse("");
        String title = place.isEmpty() ? type : type + " in " + place;
        return root.message().isBlank() ? title : title + ": " + root.message();
    }

    private static Optional<StackFrame> ownFrame(StackTrace trace) {
        List<ThrownException> chain = trace.chain();
        for (int i = chain.size() - 1; i >= 0; i--) {
            Optional<StackFrame> own =
                    chain.get(i).frames().stream().filter(StackFrame::inApp).findFirst();
            if (own.isPresent()) {
                return own;
            }
        }
        return Optional.empty();
    }

    /** The first line that says something, with single blanks. */
    private static String oneLine(String text) {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < text.length() && line.length() <= MAX_CHARS; i++) {
            char c = text.charAt(i);
            if (c == '\n' && !line.isEmpty()) {
                break;
            }
            boolean blank = Character.isWhitespace(c) || Character.isISOControl(c);
            if (!blank) {
                line.append(c);
            } else if (!line.isEmpty() && line.charAt(line.length() - 1) != ' ') {
                line.append(' ');
            }
        }
        return line.toString().strip();
    }

    private static String cut(String line) {
        int end = MAX_CHARS - 1;
        return line.substring(0, Character.isHighSurrogate(line.charAt(end - 1)) ? end - 1 : end) + "…";
    }
}
