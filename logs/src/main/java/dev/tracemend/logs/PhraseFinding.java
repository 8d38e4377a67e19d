package dev.tracemend.logs;

import java.util.Locale;
import java.util.Set;

/** What the phrases of one text come to: the strongest one that nothing around it takes back. A fold over one scan. */
final class PhraseFinding implements PhraseScan.Sink {
    /** How far into an event phrases count. */
    private static final int REACH = 1_024;
    /** How far a word stands before a phrase and still takes it back. */
    private static final int NEAR = 24;

    private static final Set<String> NEGATIONS = Set.of(
            "no",
            "not",
            "never",
            "without",
            "zero",
            "0",
            "avoid",
            "avoids",
            "avoiding",
            "prevent",
            "prevents",
            "preventing",
            "if",
            "unless",
            "detect",
            "detecting",
            "handle",
            "handles",
            "handling",
            "on",
            "against",
            "checks",
            "checking",
            "check",
            "for",
            "ignore",
            "ignores",
            "fixed",
            "cleared",
            "past",
            "previous",
            "mock",
            "fake",
            "catch");
    private static final Set<String> NUMBERED = Set.of(
            "user",
            "uid",
            "cpu",
            "gpu",
            "core",
            "node",
            "worker",
            "thread",
            "process",
            "shard",
            "partition",
            "replica",
            "rank",
            "broker",
            "disk",
            "slot",
            "index");
    private static final Set<String> VALUES_OF_NONE =
            Set.of("0", "false", "none", "null", "no", "\"\"", "off", "disabled", "nil");

    private final String text;
    private int weight;
    private String phrase = "";
    private boolean softened;
    private String softening = "";

    private PhraseFinding(String text) {
        this.text = text;
    }

    /** The finding in the beginning of {@code text}, from a place on. */
    static PhraseFinding in(String text, int from) {
        PhraseFinding finding = new PhraseFinding(text);
        PhraseBook.scan().scan(text, from, Math.min(text.length(), from + REACH), finding);
        return finding;
    }

    /** The weight of the strongest phrase, 0 if there is none. */
    int weight() {
        return weight;
    }

    /** Its words as the text has them. */
    String phrase() {
        return phrase;
    }

    /** The words that say that it was dealt with, empty if there are none. */
    String softening() {
        return softened ? softening : "";
    }

    @Override
    public void found(int number, int from, int end) {
        int found = PhraseBook.weight(number);
        if (!isWord(from, end)) {
            return;
        }
        if (found < 0) {
            softened = true;
            softening = text.substring(from, end).strip();
            return;
        }
        int value = found == 0 ? exit(end) : isQuotation(from, end) ? found / 3 : found;
        if (value > weight && !(found > 0 && isNone(end)) && !isNegated(from)) {
            weight = value;
            phrase = text.substring(from, found == 0 ? numberEnd(end) : end).strip();
        }
    }

    /** Not a part of a longer word, a path, a setting's name or a class. */
    private boolean isWord(int from, int end) {
        char before = from == 0 ? ' ' : text.charAt(from - 1);
        char after = end == text.length() ? ' ' : text.charAt(end);
        char last = text.charAt(end - 1);
        boolean open = Character.isLetterOrDigit(before) || before == '_' || before == '-' || before == '/';
        boolean dotted = before == '.'
                && from > 1
                && Character.isLetter(text.charAt(from - 2))
                && !text.startsWith("OutOfMemoryError", from);
        boolean close = Character.isLetterOrDigit(last)
                && (Character.isLetterOrDigit(after) || after == '_' || after == '-' || after == '/');
        return !open && !dotted && !close;
    }

    /** Words that someone else said; in JSON every text has quotes. */
    private boolean isQuotation(int from, int end) {
        return from > 0
                && end < text.length()
                && text.charAt(from - 1) == '"'
                && text.charAt(end) == '"'
                && text.charAt(0) != '{';
    }

    /** {@code exit status 1} is a failure; 130 and 143 end a process that was asked to end. */
    private int exit(int end) {
        int from = numberStart(end);
        int stop = HeadWord.digitsEnd(text, from);
        if (stop == from || stop - from > 3) {
            return 0;
        }
        int code = Integer.parseInt(text.substring(from, stop));
        return code == 0 || code == 130 || code == 143 ? 0 : PhraseBook.SURE;
    }

    private int numberStart(int end) {
        int from = end;
        while (from < text.length() && from < end + 4 && " :=([\"".indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        return from;
    }

    private int numberEnd(int end) {
        return HeadWord.digitsEnd(text, numberStart(end));
    }

    /** {@code OOMKilled=false}, {@code connection refused: 0}: the name of a counter or a flag. */
    private boolean isNone(int end) {
        int at = end;
        while (at < text.length() && (text.charAt(at) == '"' || text.charAt(at) == 's')) {
            at++;
        }
        boolean assigned = at < text.length() && (text.charAt(at) == '=' || text.charAt(at) == ':');
        int from = assigned ? HeadWord.blanksEnd(text, at + 1) : at;
        int stop = from;
        while (stop < text.length() && " ,;}])\n".indexOf(text.charAt(stop)) < 0) {
            stop++;
        }
        return assigned && VALUES_OF_NONE.contains(text.substring(from, stop).toLowerCase(Locale.ROOT));
    }

    /** {@code user 0}, {@code worker 0}: which one, not how many. */
    private boolean isNumbered(int zero) {
        int stop = zero;
        while (stop > 0 && text.charAt(stop - 1) == ' ') {
            stop--;
        }
        int start = stop;
        while (start > 0 && zero - start < NEAR && Character.isLetter(text.charAt(start - 1))) {
            start--;
        }
        return NUMBERED.contains(text.substring(start, stop).toLowerCase(Locale.ROOT));
    }

    private boolean isNegated(int from) {
        int stop = from;
        for (int words = 0; words < 3; words++) {
            while (stop > 0 && text.charAt(stop - 1) == ' ') {
                stop--;
            }
            int start = stop;
            while (start > 0 && from - start < NEAR && Character.isLetterOrDigit(text.charAt(start - 1))) {
                start--;
            }
            if (start == stop) {
                return false;
            }
            String word = text.substring(start, stop).toLowerCase(Locale.ROOT);
            if (NEGATIONS.contains(word)) {
                return !word.equals("0") || !isNumbered(start);
            }
            stop = start;
        }
        return false;
    }
}
