package dev.tracemend.status.http;

/** The request cannot be answered as it is; the message says what it should be. */
final class BadQuestionException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    BadQuestionException(String message) {
        super(message);
    }
}
