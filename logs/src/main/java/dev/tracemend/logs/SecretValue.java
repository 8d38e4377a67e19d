package dev.tracemend.logs;

import java.util.regex.Pattern;

/** What stands behind a key: where it starts and ends, and whether it is a secret or a word about one. */
final class SecretValue {
    /** How much of a value is looked at to decide; a secret is masked to its end. */
    private static final int LONGEST_LOOK = 128;

    private static final Pattern NAMED =
            Pattern.compile("\\s{0,2}[\"']?[A-Za-z_%][\\w.%\\]\\[-]{0,40}(?: [A-Za-z]{1,20})?[\"']?\\s?[=:]");

    private final String text;
    private final int start;
    private final boolean quoted;
    private final boolean colon;
    private final boolean apart;

    private SecretValue(String text, int start, boolean quoted, boolean colon, boolean apart) {
        this.text = text;
        this.start = start;
        this.quoted = quoted;
        this.colon = colon;
        this.apart = apart;
    }

    /** The value behind the separator at {@code at} of a key that ends at {@code keyEnd}. */
    static SecretValue behind(String text, int keyEnd, int at, int length) {
        boolean keyQuoted = "\"'\\".indexOf(text.charAt(keyEnd)) >= 0;
        int start = blanks(text, at + length);
        boolean apart = start > at + length && keyEnd == at;
        boolean colon = text.charAt(at) == ':' && length == 1 && !keyQuoted && start > at + length;
        if (RedactionRule.maskEnd(text, start) > 0) {
            return new SecretValue(text, start, false, colon, apart);
        }
        start += text.startsWith("[", start) && !text.startsWith("[B@", start) ? 1 : 0;
        int quote = start;
        quote += quote + 1 < text.length() && "NUubr".indexOf(text.charAt(quote)) >= 0 && isQuote(text, quote + 1)
                ? 1
                : 0;
        while (quote < text.length() && quote < start + 4 && text.charAt(quote) == '\\') {
            quote++;
        }
        boolean quoted = isQuote(text, quote);
        return new SecretValue(text, quoted ? quote + 1 : start, quoted, colon, apart);
    }

    int start() {
        return start;
    }

    /** Whether it stands behind a colon as in a sentence. */
    boolean isSaid() {
        return colon;
    }

    /** Where the secret ends, however long it is. */
    int wholeEnd() {
        return end(Integer.MAX_VALUE);
    }

    boolean isSecret(SecretKey.Trust trust, boolean bareKey) {
        String value = text.substring(start, end(LONGEST_LOOK));
        if (value.isBlank() || RedactionRule.maskEnd(text, start) > 0 || SecretWords.isPlaceholder(value)) {
            return false;
        }
        if (quoted ? SecretWords.isProse(value) : isCodeOrProse(value)) {
            return false;
        }
        return switch (trust) {
            case FULL -> !SecretShape.isNumber(value) || value.length() >= 4;
            case HIGH -> bareKey ? isLikely(value) : isFirm(value);
            case LOW ->
                value.length() >= 16
                        ? SecretShape.hasDigit(value) && !value.startsWith("0x")
                        : SecretShape.isMixed(value, 8) && bareKey || SecretShape.isBasic(value);
            case CODE -> SecretShape.isNumber(value) ? value.length() >= 3 : SecretShape.isMixed(value, 6);
        };
    }

    private boolean isFirm(String value) {
        if (colon && !quoted) {
            return SecretShape.isMixed(value, 8) || (SecretShape.isNumber(value) && value.length() >= 8);
        }
        return value.length() >= (SecretShape.isNumber(value) ? 8 : 6);
    }

    private boolean isLikely(String value) {
        return SecretShape.isMixed(value, 8)
                || (SecretShape.isNumber(value) && value.length() >= 8)
                || (value.length() >= 16 && value.indexOf(' ') < 0 && SecretShape.isScrambled(value));
    }

    private boolean isCodeOrProse(String value) {
        boolean otherKey = apart && value.matches("[A-Za-z_][\\w.-]*=[^=].*");
        if (value.length() < 3 || otherKey || SecretWords.isCode(value)) {
            return true;
        }
        int end = start + value.length();
        boolean goesOn =
                colon && end + 1 < text.length() && text.charAt(end) == ' ' && Character.isLetter(text.charAt(end + 1));
        return goesOn && value.chars().allMatch(c -> Character.isLetter(c) || c == '\'') && !named(end);
    }

    private int end(int longest) {
        int limit = (int) Math.min(text.length(), (long) start + longest);
        int at = start;
        while (at < limit) {
            int mask = RedactionRule.maskEnd(text, at);
            if (mask > 0 && at > start) {
                // What is masked already is part of the value.
                at = mask;
            } else if (endsAt(at)) {
                return at;
            } else {
                at++;
            }
        }
        return Math.min(at, text.length());
    }

    private boolean endsAt(int at) {
        char c = text.charAt(at);
        if (quoted) {
            char quote = text.charAt(start - 1);
            boolean escaped = start > 1 && text.charAt(start - 2) == '\\';
            return c == '\n' || c == quote || (c == '\\' && escaped && closes(at, quote));
        }
        return switch (c) {
            case ' ', '\t', '\r', '\n', '"', '<', '>', '|', '`' -> true;
            case '\'', ')', '}', ']' -> !isWord(at + 1);
            case ',', ';' -> !isWord(at + 1) || named(at + 1);
            case '&', '?' -> named(at + 1);
            case '%' -> text.startsWith("%26", at);
            case '\\' -> "nrt\"'\\".indexOf(at + 1 < text.length() ? text.charAt(at + 1) : 'n') >= 0;
            default -> false;
        };
    }

    /** Whether only backslashes stand between here and the closing quote. */
    private boolean closes(int at, char quote) {
        int end = at;
        while (end < text.length() && end < at + 4 && text.charAt(end) == '\\') {
            end++;
        }
        return end < text.length() && text.charAt(end) == quote;
    }

    private boolean isWord(int at) {
        return at < text.length() && Character.isLetterOrDigit(text.charAt(at));
    }

    /** Whether another key and its separator follow. */
    private boolean named(int at) {
        int end = Math.min(text.length(), at + 50);
        return at < end && NAMED.matcher(text).region(at, end).lookingAt();
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 3 && (text.charAt(at) == ' ' || text.charAt(at) == '\t')) {
            at++;
        }
        return at;
    }

    private static boolean isQuote(String text, int at) {
        return at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
    }
}
