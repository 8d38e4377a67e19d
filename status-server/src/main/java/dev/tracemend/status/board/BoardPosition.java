package dev.tracemend.status.board;

/**
 * A point in the board's order of changes, as text {@code era-sequence}; opaque to clients.
 *
 * @param era changes when the board is loaded anew
 * @param sequence how many changes came before, within the era
 */
public record BoardPosition(String era, long sequence) {

    /** Before everything. */
    public static final BoardPosition NONE = new BoardPosition("", 0);

    /** The position of a text; what is not one is {@link #NONE}. */
    public static BoardPosition parse(String text) {
        int dash = text.indexOf('-');
        String digits = text.substring(dash + 1);
        if (dash < 1 || !digits.matches("[0-9]{1,18}")) {
            return NONE;
        }
        return new BoardPosition(text.substring(0, dash), Long.parseLong(digits));
    }

    /** The text form. */
    public String text() {
        return era + "-" + sequence;
    }
}
