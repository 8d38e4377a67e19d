package dev.tracemend.status.board;

import java.util.Optional;

/**
 * A point in the course of the topics: what came before it is known. Its text is opaque to clients, and holds for every
 * board on the same broker, also after its state was deleted and read anew.
 *
 * @param home which broker's topics, empty while unknown
 * @param reach how far they were read
 */
public record BoardPosition(String home, Reach reach) {
    /** A browser gives it back in a header, and headers are bounded. */
    private static final int LONGEST = 6_000;

    /** The position of a text; nothing for one that is not ours. */
    public static Optional<BoardPosition> parse(String text) {
        int dot = text.indexOf('.');
        if (dot < 1 || text.length() > LONGEST) {
            return Optional.empty();
        }
        return Reach.parse(text.substring(dot + 1)).map(reach -> new BoardPosition(text.substring(0, dot), reach));
    }

    /** The text form; empty for one that would be too long to be given back, and so to begin anew. */
    public String text() {
        String text = home + "." + reach.text();
        return home.isEmpty() || text.length() > LONGEST ? "" : text;
    }

    /** The same place, further. */
    BoardPosition at(Reach other) {
        return new BoardPosition(home, other);
    }
}
