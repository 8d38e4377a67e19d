package dev.tracemend.agent.model;

/** One turn of a conversation. */
public record ModelTurn(Speaker speaker, String text) {

    /** Who said it. */
    public enum Speaker {
        USER,
        MODEL
    }

    /** A turn of ours. */
    public static ModelTurn user(String text) {
        return new ModelTurn(Speaker.USER, text);
    }

    /** A turn of the model's. */
    public static ModelTurn model(String text) {
        return new ModelTurn(Speaker.MODEL, text);
    }
}
