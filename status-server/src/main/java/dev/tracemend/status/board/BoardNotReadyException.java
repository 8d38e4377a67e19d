package dev.tracemend.status.board;

/** The board's store cannot be read just now; asking again a little later helps. */
public final class BoardNotReadyException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BoardNotReadyException(String why) {
        super("the board is restoring: " + why);
    }
}
