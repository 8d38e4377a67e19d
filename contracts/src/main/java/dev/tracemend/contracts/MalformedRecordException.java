package dev.tracemend.contracts;

/** The bytes of a record are none of the forms its topic may hold. Final: reading it again will not help. */
public final class MalformedRecordException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    MalformedRecordException(String message) {
        super(message);
    }

    MalformedRecordException(String message, Throwable cause) {
        super(message, cause);
    }
}
