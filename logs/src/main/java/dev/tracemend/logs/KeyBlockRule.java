package dev.tracemend.logs;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Private keys between their BEGIN and END lines, also where a JSON string holds them with escaped line ends. */
record KeyBlockRule() implements RedactionRule {
    private static final String BEGIN = "-----BEGIN ";
    private static final String END = "-----END ";
    private static final String RULE = "-----";
    private static final Pattern KEY = Pattern.compile("PRIVATE KEY(?: BLOCK)?-----");
    /** Words before "PRIVATE KEY", such as "ENCRYPTED". */
    private static final int LONGEST_KIND = 60;
    /** A 16384-bit RSA key has 13 kB. */
    private static final int LONGEST_KEY = 16 * 1024;

    @Override
    public String id() {
        return "private-key";
    }

    @Override
    public String kind() {
        return "private-key";
    }

    @Override
    public RedactionNeeds needs() {
        return RedactionNeeds.anyOf("private key");
    }

    @Override
    public Redaction mask(String text) {
        Masking masking = new Masking(text, kind());
        int begin = text.indexOf(BEGIN);
        while (begin >= 0) {
            int next = begin + BEGIN.length();
            Matcher key = KEY.matcher(text).region(next, Math.min(text.length(), next + LONGEST_KIND));
            if (key.find()) {
                masking.hide(begin, end(text, key.end()));
                next = masking.from();
            }
            begin = text.indexOf(BEGIN, next);
        }
        return masking.done();
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
