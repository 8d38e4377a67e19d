package dev.tracemend.logs;

/**
 * One kind of secret and how it is found. A rule changes only texts that meet its {@link #needs()}, whatever else they
 * hold, so that who reads bytes may pass over all others without decoding them.
 */
public sealed interface RedactionRule permits PatternRule, OwnPatternRule, KeyValueRule, KeyBlockRule, CardRule {

    /** Characters of a mask. */
    int LONGEST_MASK = 60;

    /** Names the rule; no two rules of a {@link Redactor} have the same. */
    String id();

    /** What the mask says in a secret's place, and under what it is counted; several rules may share it. */
    String kind();

    /** What a text must hold for this rule to change it. */
    RedactionNeeds needs();

    /** The text with each such secret masked; never throws, linear in the text's length. */
    Redaction mask(String text);

    /** What stands in a secret's place. */
    static String label(String kind) {
        return Redactor.OPEN + kind + "]";
    }

    /** Whether the position lies within a mask: that holds no secret any more. */
    static boolean inMask(String text, int at) {
        int start = Math.min(at, text.length() - 1);
        while (start > 0 && at - start < LONGEST_MASK && text.charAt(start) != '[') {
            start--;
        }
        return maskEnd(text, start) > at;
    }

    /** Where the mask ends that starts here; -1 if none does, as where a log only says so. */
    static int maskEnd(String text, int start) {
        if (!text.startsWith(Redactor.OPEN, start)) {
            return -1;
        }
        int at = start + Redactor.OPEN.length();
        int name = at;
        while (at < text.length()
                && at - name < 40
                && "abcdefghijklmnopqrstuvwxyz0123456789-".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        return at > name && at < text.length() && text.charAt(at) == ']' ? at + 1 : -1;
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
}
