package dev.tracemend.agent.model;

/**
 * What a model's provider can do beyond answering in text.
 *
 * @param tools it takes tools and asks for them
 * @param jsonObject it can be held to one JSON object
 * @param jsonSchema it can be held to a schema
 */
public record Abilities(boolean tools, boolean jsonObject, boolean jsonSchema) {
    /** Words and nothing else. */
    public static final Abilities TEXT_ONLY = new Abilities(false, false, false);

    /** All of it. */
    public static final Abilities ALL = new Abilities(true, true, true);
}
