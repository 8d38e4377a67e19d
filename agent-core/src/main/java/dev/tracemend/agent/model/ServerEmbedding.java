package dev.tracemend.agent.model;

import dev.langchain4j.data.embedding.Embedding;
import dev.langchain4j.data.segment.TextSegment;
import dev.langchain4j.model.ollama.OllamaEmbeddingModel;
import dev.langchain4j.model.openai.OpenAiEmbeddingModel;
import dev.langchain4j.model.output.Response;
import dev.tracemend.agent.model.ModelException.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * Vectors of a server that speaks OpenAI's ({@code /embeddings}) or Ollama's ({@code /api/embed}) protocol, through
 * LangChain4j: at most 64 texts a request, asked again where that can help, and every reply checked for the number and
 * the length of its vectors.
 */
public final class ServerEmbedding implements EmbeddingModel {
    private static final int MOST_AT_ONCE = 64;
    private static final String NO_WORDS = "(empty)";

    private final ModelConfig config;
    private final ProviderFailures failures;
    private final Retries retries;
    private final dev.langchain4j.model.embedding.EmbeddingModel server;
    private int dimension;

    /**
     * Prepares the client; nothing is asked yet.
     *
     * @throws IllegalArgumentException when the provider has no embeddings
     */
    public ServerEmbedding(ModelConfig config, RetryPolicy policy, RandomGenerator random) {
        this.config = config;
        this.failures = new ProviderFailures(config);
        this.retries = new Retries(config.modelName(), policy, random);
        this.server = client(config);
    }

    private static dev.langchain4j.model.embedding.EmbeddingModel client(ModelConfig config) {
        return switch (config.provider()) {
            case OPENAI ->
                OpenAiEmbeddingModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .apiKey(config.apiKey())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(0)
                        .build();
            case OLLAMA ->
                OllamaEmbeddingModel.builder()
                        .httpClientBuilder(new ProviderHttp.Builder())
                        .baseUrl(config.baseUrl())
                        .modelName(config.modelName())
                        .timeout(config.timeout())
                        .maxRetries(0)
                        .build();
            case ANTHROPIC ->
                throw new IllegalArgumentException(
                        "anthropic has no embeddings; name a model of openai/ or ollama/ in EMBEDDING_MODEL");
        };
    }

    @Override
    public String name() {
        return config.modelName();
    }

    @Override
    public Embeddings embed(List<String> texts) {
        List<float[]> vectors = new ArrayList<>();
        long tokens = 0;
        for (int from = 0; from < texts.size(); from += MOST_AT_ONCE) {
            List<String> batch = texts.subList(from, Math.min(texts.size(), from + MOST_AT_ONCE));
            Embeddings some = retries.call(() -> once(batch));
            vectors.addAll(some.vectors());
            tokens += some.tokens();
        }
        return new Embeddings(vectors, tokens);
    }

    private Embeddings once(List<String> texts) {
        List<TextSegment> segments = texts.stream()
                .map(text -> TextSegment.from(text.isBlank() ? NO_WORDS : text))
                .toList();
        Response<List<Embedding>> response;
        try {
            response = server.embedAll(segments);
        } catch (RuntimeException e) {
            throw failures.of(e, ModelRequest.of(List.of()));
        }
        List<float[]> vectors =
                response.content().stream().map(Embedding::vector).toList();
        check(texts.size(), vectors);
        Integer counted =
                response.tokenUsage() == null ? null : response.tokenUsage().inputTokenCount();
        return new Embeddings(vectors, counted == null ? 0 : counted);
    }

    private synchronized void check(int texts, List<float[]> vectors) {
        if (vectors.size() != texts) {
            throw wrong("gave " + vectors.size() + " vectors for " + texts + " texts");
        }
        for (float[] vector : vectors) {
            if (dimension == 0) {
                dimension = vector.length;
            }
            if (vector.length == 0 || vector.length != dimension) {
                throw wrong("gave a vector of " + vector.length + " numbers after one of " + dimension
                        + "; is the same model still behind that address?");
            }
            for (float number : vector) {
                if (!Float.isFinite(number)) {
                    throw wrong("gave a vector with a number that is none");
                }
            }
        }
    }

    private ModelException wrong(String what) {
        return new ModelException(Kind.UNSUPPORTED, "model " + config.place() + " " + what);
    }
}
