package dev.tracemend.agent.model;

import java.util.List;

/** Turns texts into vectors, so that texts that are alike lie close together. Safe for use by several threads. */
public interface EmbeddingModel {

    /** The model's name, for results, logs and the key of an index: vectors of two names are never compared. */
    String name();

    /**
     * A vector for each text, in order, all of one length; the length never changes for one model. Any number of texts.
     *
     * @throws ModelException when there are none; the kind says why
     */
    Embeddings embed(List<String> texts);

    /**
     * Vectors, and what they cost.
     *
     * @param vectors one for each text; not to be changed
     * @param tokens as the provider counts them; 0 where it does not say
     */
    record Embeddings(List<float[]> vectors, long tokens) {

        /** Copies the list. */
        public Embeddings {
            vectors = List.copyOf(vectors);
        }
    }
}
