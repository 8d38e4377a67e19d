package dev.tracemend.logs;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Values whose key says that they are secret: {@code password=…}, {@code "api_key": "…"}, {@code --token …}. The key must
 * end with the word; what follows a colon in prose is left alone unless it looks like a secret.
 *
 * @param kind what the mask says
 * @param words lower case; hyphen and underline are alike in keys
 * @param strict whether a value behind a colon and a short number count not, as "token: unexpected" is prose
 */
record KeyValueRule(String kind, List<String> words, boolean strict) implements SecretRule {
    /** How much of a value is looked at to decide; a secret is masked to its end. */
    private static final int LONGEST_LOOK = 128;

    /** What stands behind a key without being its value. */
    private static final Pattern NO_SECRET = Pattern.compile(
            "(?i)null|none|nil|true|false|undefined|empty|required|missing|invalid|expired|wrong|incorrect|denied"
                    + "|must|cannot|not|is|was|the|an?|no|too|user|\\*+|x{3,}");

    private static final String VALUE_ENDS = " \t\r\n,;&)}]\"'<>|`";

    @Override
    public boolean mayOccur(String text, String lowerCase) {
        for (String word : words) {
            if (lowerCase.contains(word)) {
                return true;
            }
        }
        return false;
    }

    @Override
    public SecretNeeds needs() {
        return SecretNeeds.words(words);
    }

    @Override
    public Redaction mask(String text) {
        String result = text;
        int count = 0;
        for (String word : words) {
            Redaction pass = mask(result, word);
            result = pass.text();
            count += pass.count();
        }
        return new Redaction(result, count);
    }

    private Redaction mask(String text, String word) {
        String lower = text.toLowerCase(Locale.ROOT);
        // Rare letters change their length in lower case; positions would be wrong.
        String searched = lower.length() == text.length() ? lower : text;
        StringBuilder masked = new StringBuilder(text.length());
        int count = 0;
        int from = 0;
        for (int at = searched.indexOf(word); at >= 0; at = searched.indexOf(word, at + word.length())) {
            int start = at < from ? -1 : valueStart(text, at, at + word.length());
            int end = start < 0 || isNone(text, at, start) ? -1 : valueEnd(text, start, LONGEST_LOOK);
            if (end > start && isSecret(text, start, end) && !SecretRule.inFrame(text, at)) {
                masked.append(text, from, start).append(SecretRule.label(kind));
                from = end == start + LONGEST_LOOK ? valueEnd(text, start, Integer.MAX_VALUE) : end;
                count++;
            }
        }
        return SecretRule.result(text, masked, from, count);
    }

    /** Where the value of the key that ends at {@code end} starts; -1 if no value follows. */
    private static int valueStart(String text, int word, int end) {
        int at = end;
        while (at < text.length() && "\"'\\".indexOf(text.charAt(at)) >= 0 && at < end + 3) {
            at++;
        }
        boolean quotedKey = at > end;
        int blanks = at;
        at = blanks(text, at);
        boolean separated = at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
        if (!separated) {
            return !quotedKey && at > blanks && isOption(text, word) ? at : -1;
        }
        at++;
        at += at < text.length() && text.charAt(at) == '>' ? 1 : 0;
        at = blanks(text, at);
        while (at < text.length() && text.charAt(at) == '\\') {
            at++;
        }
        boolean quote = at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == '\'');
        return quote ? at + 1 : at;
    }

    /** {@code --db-password secret}. */
    private static boolean isOption(String text, int word) {
        int start = word;
        while (start > 0
                && word - start < 40
                && (Character.isLetterOrDigit(text.charAt(start - 1)) || "-_.".indexOf(text.charAt(start - 1)) >= 0)) {
            start--;
        }
        return text.startsWith("--", start);
    }

    private static int blanks(String text, int from) {
        int at = from;
        while (at < text.length() && at < from + 3 && text.charAt(at) == ' ') {
            at++;
        }
        return at;
    }

    private static int valueEnd(String text, int start, int longest) {
        if (start >= text.length()) {
            return start;
        }
        char quote = text.charAt(start - 1);
        boolean quoted = quote == '"' || quote == '\'';
        int limit = (int) Math.min(text.length(), (long) start + longest);
        int at = start;
        while (at < limit) {
            char c = text.charAt(at);
            if (text.startsWith(Redactor.OPEN, at)) {
                // What is masked already is part of the value.
                at = Math.max(at + 1, text.indexOf(']', at) + 1);
                continue;
            }
            if (quoted ? c == quote || c == '\n' : VALUE_ENDS.indexOf(c) >= 0 || c == '\\') {
                return at > start && c == quote && text.charAt(at - 1) == '\\' ? at - 1 : at;
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    /** Cheap looks before the value is read: masked already, a placeholder, a class's name, a working directory. */
    private static boolean isNone(String text, int word, int start) {
        boolean directory = text.startsWith("/", start) && text.regionMatches(true, word, "pwd", 0, 3);
        return text.startsWith(Redactor.OPEN, start)
                || text.startsWith("***", start)
                || text.startsWith("${", start)
                || text.startsWith("<", start)
                || directory
                || isClassName(text, word);
    }

    private boolean isSecret(String text, int start, int end) {
        String value = text.substring(start, end);
        if (value.isBlank() || NO_SECRET.matcher(value).matches()) {
            return false;
        }
        if (!strict) {
            return true;
        }
        boolean number = value.chars().allMatch(Character::isDigit);
        boolean shaped = value.length() >= 8 && value.chars().anyMatch(Character::isDigit);
        return isProse(text, start) ? shaped : !number || value.length() >= 8;
    }

    /** Whether a colon stands before the value, and no quote before the colon. */
    private static boolean isProse(String text, int start) {
        int at = start - 1;
        while (at > 0 && " \"'\\".indexOf(text.charAt(at)) >= 0) {
            at--;
        }
        return text.charAt(at) == ':' && at > 0 && "\"'".indexOf(text.charAt(at - 1)) < 0;
    }

    /** {@code shop.InvalidPassword: too short} is an exception, not a key. */
    private static boolean isClassName(String text, int word) {
        int start = word;
        while (start > 0 && word - start < 200 && Character.isLetterOrDigit(text.charAt(start - 1))) {
            start--;
        }
        return start > 0 && text.charAt(start - 1) == '.' && Character.isUpperCase(text.charAt(start));
    }
}
