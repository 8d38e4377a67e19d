package dev.tracemend.agent.model;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Finds the model that an environment names. */
public final class Models {
    private Models() {}

    /**
     * The recording that {@code TRACEMEND_REPLAY} names, else the server that {@link ModelConfig} finds, else a {@link
     * HeuristicModel} without rules, which says at the first call what to set.
     *
     * @throws UncheckedIOException when the recording cannot be read
     */
    public static LanguageModel of(Map<String, String> environment) {
        String recording = environment.getOrDefault("TRACEMEND_REPLAY", "");
        if (!recording.isBlank()) {
            return replay(Path.of(recording));
        }
        return ModelConfig.fromEnvironment(environment)
                .map(Models::server)
                .orElseGet(() -> new HeuristicModel(List.of()));
    }

    /** The embedding model that {@code EMBEDDING_MODEL} names; {@link HashedWords} where it names none. */
    public static EmbeddingModel embedding(Map<String, String> environment) {
        return Role.EMBEDDING
                .config(environment)
                .<EmbeddingModel>map(config -> new ServerEmbedding(config, RetryPolicy.usual(), new Random()))
                .orElseGet(HashedWords::new);
    }

    /** The model of a server, asked again where that can help. */
    public static LanguageModel server(ModelConfig config) {
        return new RetryingModel(new ChatServerModel(config), RetryPolicy.usual(), new Random());
    }

    /**
     * A recording's model, asked in text alone.
     *
     * @throws UncheckedIOException when the file cannot be read
     */
    public static LanguageModel replay(Path recording) {
        try {
            return new ReplayModel(Files.readAllLines(recording), Abilities.TEXT_ONLY);
        } catch (IOException e) {
            throw new UncheckedIOException("the recording " + recording + " cannot be read", e);
        }
    }
}
