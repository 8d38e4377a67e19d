package dev.tracemend.logs;

import org.jspecify.annotations.Nullable;

/** A line of a source; its head is read once, when somebody asks for it. Not for use by many threads. */
public final class SourceLine {
    private final String text;
    private @Nullable LineFacts facts;

    /** A line without its line feed. */
    public SourceLine(String text) {
        this.text = text;
    }

    /** The line. */
    public String text() {
        return text;
    }

    /** What its head says. */
    public LineFacts facts() {
        LineFacts known = facts;
        if (known == null) {
            known = LineParser.parse(text);
            facts = known;
        }
        return known;
    }
}
