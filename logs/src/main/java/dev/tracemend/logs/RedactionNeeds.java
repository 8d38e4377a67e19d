package dev.tracemend.logs;

import java.util.List;
import java.util.Locale;

/**
 * What a text must hold before a rule can change it: one of the literals, or one of the runs. They are ASCII, so that
 * bytes of UTF-8 or Latin-1 can be looked through without decoding them.
 *
 * @param literals lower case, compared without regard to the case of ASCII letters; an empty one is in every text
 * @param digits so many digits with nothing but blanks and hyphens between them; 0: digits alone do not do
 * @param base64 so many of {@code A-Za-z0-9+/} in a row; 0: those alone do not do
 * @param beside a character that must be in the text as well, whatever else is; {@link #NOTHING} for none
 */
public record RedactionNeeds(List<String> literals, int digits, int base64, char beside) {
    /** No further character is needed. */
    static final char NOTHING = 0;

    /** Copies the literals; they must be lower-case ASCII. */
    public RedactionNeeds {
        literals = List.copyOf(literals);
        for (String literal : literals) {
            if (!literal.equals(literal.toLowerCase(Locale.ROOT))
                    || literal.chars().anyMatch(c -> c > 126)) {
                throw new IllegalArgumentException("a needed literal is lower-case ASCII, not \"" + literal + '"');
            }
        }
    }

    /** One of these suffices, whatever else is in the text. */
    public RedactionNeeds(List<String> literals, int digits, int base64) {
        this(literals, digits, base64, NOTHING);
    }

    /** The same, of which no text without this ASCII character can have anything. */
    RedactionNeeds beside(char needed) {
        return new RedactionNeeds(literals, digits, base64, needed);
    }

    static RedactionNeeds anyOf(String... literals) {
        return new RedactionNeeds(List.of(literals), 0, 0);
    }

    static RedactionNeeds digits(int least) {
        return new RedactionNeeds(List.of(), least, 0);
    }

    static RedactionNeeds base64(int least) {
        return new RedactionNeeds(List.of(), 0, least);
    }

    /** Whether every text meets this, as for a configured pattern of which nothing is known. */
    public boolean isAlways() {
        return literals.contains("");
    }

    /** Whether the text meets this; says what the fields mean, and is not made for speed. */
    public boolean isMetBy(CharSequence text) {
        String lower = lowerAscii(text);
        if (beside != NOTHING && lower.indexOf(beside) < 0) {
            return false;
        }
        return literals.stream().anyMatch(lower::contains) || hasRun(text, digits, true) || hasRun(text, base64, false);
    }

    private static String lowerAscii(CharSequence text) {
        StringBuilder lower = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            lower.append(c >= 'A' && c <= 'Z' ? (char) (c + 32) : c);
        }
        return lower.toString();
    }

    static boolean hasRun(CharSequence text, int least, boolean digits) {
        int run = 0;
        for (int i = 0; i < text.length() && run < least; i++) {
            char c = text.charAt(i);
            if (digits ? isDigit(c) : isBase64(c)) {
                run++;
            } else if (!digits || (c != ' ' && c != '-')) {
                run = 0;
            }
        }
        return least > 0 && run >= least;
    }

    static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    static boolean isBase64(char c) {
        return isDigit(c) || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '+' || c == '/';
    }
}
