package dev.tracemend.agent.adapter;

/** Finds where a bracket that was opened is closed, strings passed over. */
final class Balance {
    private Balance() {}

    /** Index behind the bracket that closes the one at {@code start}; -1 where none does. */
    static int end(String text, int start) {
        int depth = 0;
        char quote = 0;
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quote != 0) {
                if (c == '\\') {
                    i++;
                } else if (c == quote) {
                    quote = 0;
                }
            } else if (c == '"' || c == '\'' && opensString(text, i)) {
                quote = c;
            } else if (c == '{' || c == '[') {
                depth++;
            } else if ((c == '}' || c == ']') && --depth == 0) {
                return i + 1;
            }
        }
        return -1;
    }

    /** An apostrophe within a word opens nothing. */
    private static boolean opensString(String text, int at) {
        return at == 0 || !Character.isLetterOrDigit(text.charAt(at - 1));
    }
}
