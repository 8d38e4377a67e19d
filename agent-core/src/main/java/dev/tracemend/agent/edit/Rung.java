package dev.tracemend.agent.edit;

/** How a block's place was found, from the strictest way to the loosest. */
public enum Rung {
    /** No lines were looked for: a file was created, replaced, renamed or deleted. */
    FILE(0),
    /** Equal lines. */
    EXACT(1),
    /** Equal but for blanks at line ends. */
    TRAILING_BLANKS(2),
    /** Indented by another but uniform amount, or with tabs for spaces. */
    INDENTATION(3),
    /** Without surplus blank lines at the block's ends. */
    BLANK_ENDS(4),
    /** Parts between elision marks, each unique and in order. */
    ELISION(5),
    /** Equal after typographic quotes, dashes and blanks are made plain. */
    PUNCTUATION(6),
    /** Equal but for blanks between the tokens of a line. */
    TOKENS(7),
    /** Equal but for the indentation of each single line. */
    LINE_INDENTATION(8),
    /** The one declaration of that name and those parameter types. */
    DECLARATION(9),
    /** A three-way merge without conflict. */
    MERGE(10),
    /** Alike enough, and nothing else is. */
    FUZZY(11);

    private final int number;

    Rung(int number) {
        this.number = number;
    }

    /** 1 for the strictest to 11 for the loosest; 0 where no lines were looked for. */
    public int number() {
        return number;
    }

    /** Whether a placement by this rung must leave the file's syntax as whole as it was. */
    public boolean loose() {
        return number >= TOKENS.number;
    }
}
