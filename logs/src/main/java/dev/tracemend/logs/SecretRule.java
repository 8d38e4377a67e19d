package dev.tracemend.logs;

/** One kind of secret and how it is found; package-private, {@link Redactor} holds the list. */
sealed interface SecretRule permits PatternRule, KeyValueRule, KeyBlockRule, CardRule {

    /** Cheap: whether the text can hold such a secret at all. */
    boolean mayOccur(String text, String lowerCase);

    /** What every text has that {@link #mask} changes. */
    SecretNeeds needs();

    /** The text with each such secret masked; never throws, linear in the text's length. */
    Redaction mask(String text);

    /** What stands in a secret's place. */
    static String label(String kind) {
        return Redactor.OPEN + kind + "]";
    }

    /** Whether the position lies within a stack frame's line: those hold names, never secrets. */
    static boolean inFrame(String text, int at) {
        int start = at;
        while (start > 0 && at - start < 400 && text.charAt(start - 1) != '\n') {
            start--;
        }
        while (start < at && Character.isWhitespace(text.charAt(start))) {
            start++;
        }
        return text.startsWith("at ", start) || text.startsWith("File \"", start);
    }

    /** What a rule answers: the text itself if nothing was found, else {@code masked} and the rest behind {@code from}. */
    static Redaction result(String text, StringBuilder masked, int from, int count) {
        return count == 0
                ? new Redaction(text, 0)
                : new Redaction(masked.append(text, from, text.length()).toString(), count);
    }
}
