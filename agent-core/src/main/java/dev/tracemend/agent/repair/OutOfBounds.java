package dev.tracemend.agent.repair;

import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The index and the length that a message of an index out of bounds names; empty where it names none. */
record OutOfBounds(OptionalInt index, OptionalInt length) {
    private static final Pattern INDEX =
            Pattern.compile("(?i)(?:index|range:|begin|toIndex =|\\[\\d{1,9},)[:\\s]*(-?\\d{1,9})\\)?");
    private static final Pattern END = Pattern.compile("\\bend (-?\\d{1,9})");
    private static final Pattern LENGTH = Pattern.compile("(?i)(?:length|size)[:\\s]*(\\d{1,9})");

    static OutOfBounds parse(String message) {
        Matcher end = END.matcher(message);
        OptionalInt index = end.find() ? OptionalInt.of(Integer.parseInt(end.group(1))) : first(INDEX, message);
        return new OutOfBounds(index, first(LENGTH, message));
    }

    private static OptionalInt first(Pattern pattern, String message) {
        Matcher matcher = pattern.matcher(message);
        return matcher.find() ? OptionalInt.of(Integer.parseInt(matcher.group(1))) : OptionalInt.empty();
    }

    /** Whether the index is the first one behind the end, or nothing is known against it. */
    boolean justBehind() {
        return index.isEmpty() || length.isEmpty() || index.getAsInt() == length.getAsInt();
    }

    boolean negative() {
        return index.isPresent() && index.getAsInt() < 0;
    }

    boolean empty() {
        return length.isPresent() && length.getAsInt() == 0;
    }

    /** Whether an index, not an emptiness or a sign, is known to be the matter. */
    boolean tooLarge() {
        return !negative() && !empty();
    }
}
