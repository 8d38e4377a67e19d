package dev.tracemend.logs;

import java.util.Map;

/** A text while one rule masks secrets in it, from left to right. */
final class Masking {
    private final String text;
    private final String kind;
    private final StringBuilder masked = new StringBuilder();
    private int from;
    private int count;

    Masking(String text, String kind) {
        this.text = text;
        this.kind = kind;
    }

    /** Where the next secret may start: behind the last one. */
    int from() {
        return from;
    }

    void hide(int start, int end) {
        masked.append(text, from, start).append(RedactionRule.label(kind));
        from = end;
        count++;
    }

    Redaction done() {
        if (count == 0) {
            return new Redaction(text, 0);
        }
        masked.append(text, from, text.length());
        return new Redaction(masked.toString(), count, Map.of(kind, count));
    }
}
