package dev.tracemend.logs;

import java.util.List;
import java.util.Locale;

/** Private keys between their BEGIN and END lines, also where a JSON string holds them with escaped line ends. */
record KeyBlockRule() implements SecretRule {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String RULE = "-----";
    private static final String KEY = "PRIVATE KEY-----";
    /** Words before "PRIVATE KEY", such as "ENCRYPTED". */
    private static final int LONGEST_KIND = 60;
    /** A 16384-bit RSA key has 13 kB. */
    private static final int LONGEST_KEY = 16 * 1024;

    @Override
    public boolean mayOccur(String text, String lowerCase) {
        return text.contains(KEY);
    }

    @Override
    public SecretNeeds needs() {
        return SecretNeeds.words(List.of(KEY.toLowerCase(Locale.ROOT)));
    }

    @Override
    public Redaction mask(String text) {
        StringBuilder masked = new StringBuilder(text.length());
        int count = 0;
        int from = 0;
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int next = begin + BEGIN.length();
            int key = text.substring(next, Math.min(text.length(), next + LONGEST_KIND))
                    .indexOf(KEY);
            if (key >= 0) {
                masked.append(text, from, begin).append(SecretRule.label("private-key"));
                from = end(text, next + key + KEY.length());
                next = from;
                count++;
            }
            begin = text.indexOf(BEGIN, next);
        }
        return SecretRule.result(text, masked, from, count);
    }

    /** Behind the END line; of a block that was cut off, behind its last line of key text. */
    private static int end(String text, int from) {
        String rest = text.substring(from, Math.min(text.length(), from + LONGEST_KEY));
        int end = rest.indexOf(END);
        if (end >= 0) {
            int close = rest.indexOf(RULE, end + END.length());
            return from + (close < 0 ? rest.length() : close + RULE.length());
        }
        int at = 0;
        int line = 0;
        while (at < rest.length() && isKeyText(rest.charAt(at))) {
            line = rest.charAt(at) == '\n' ? at : line;
            at++;
        }
        // The first word of what follows a cut block is no part of it.
        boolean wordFollows = at < rest.length() && " -:[".indexOf(rest.charAt(at)) >= 0;
        return from + (wordFollows ? line : at);
    }

    private static boolean isKeyText(char c) {
        return Character.isLetterOrDigit(c) || "+/=\\\r\n".indexOf(c) >= 0;
    }
}
