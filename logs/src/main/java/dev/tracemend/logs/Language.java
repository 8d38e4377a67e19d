package dev.tracemend.logs;

import java.util.Locale;

/** The run time that wrote a stack trace. */
public enum Language {
    JAVA,
    PYTHON,
    NODE,
    GO,
    RUST,
    DOTNET,
    RUBY,
    PHP,
    UNKNOWN;

    /** The word used on the wire; empty for {@link #UNKNOWN}. */
    public String word() {
        return this == UNKNOWN ? "" : name().toLowerCase(Locale.ROOT);
    }

    /** The language of a word from the wire, {@link #UNKNOWN} for any other text. */
    public static Language of(String word) {
        for (Language language : values()) {
            if (language.word().equals(word)) {
                return language;
            }
        }
        return UNKNOWN;
    }
}
