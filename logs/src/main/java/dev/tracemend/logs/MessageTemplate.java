package dev.tracemend.logs;

/** The constant part of a message: what varies from event to event is masked by {@code <*>}. */
public final class MessageTemplate {
    private MessageTemplate() {}

    /** {@code message} with its variable parts masked; the same for every event of one log statement, mostly. */
    public static String of(String message) {
        return message.replaceAll("\\d+", "<*>");
    }
}
