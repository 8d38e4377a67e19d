package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.assertj.core.api.Assertions.within;

import dev.tracemend.agent.model.BudgetedModel.Price;
import dev.tracemend.agent.model.EmbeddingModel.Embeddings;
import dev.tracemend.agent.model.ModelConfig.Provider;
import dev.tracemend.agent.model.ModelException.Kind;
import dev.tracemend.agent.model.ScriptedProvider.Reply;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What every embedding model promises; those of servers over real HTTP. */
class EmbeddingContractTest {
    private static final RetryPolicy SOON =
            new RetryPolicy(2, Duration.ofMillis(5), Duration.ofSeconds(3), 3, Duration.ofSeconds(30));
    private static final String PROVIDERS = "OPENAI|OLLAMA";

    @ParameterizedTest
    @EnumSource(value = ProviderScript.class, mode = EnumSource.Mode.MATCH_ALL, names = PROVIDERS)
    void aVectorForEachTextInOrderAndTheProvidersTokens(ProviderScript provider) {
        try (ScriptedProvider server =
                new ScriptedProvider(provider, Reply.json(vectors(provider, List.of("0.5,1", "2,-3.25"))))) {
            Embeddings embeddings = model(server).embed(List.of("one", " "));
            assertThat(embeddings.vectors()).containsExactly(new float[] {0.5f, 1}, new float[] {2, -3.25f});
            assertThat(embeddings.tokens()).isEqualTo(7);
            assertThat(server.paths())
                    .containsExactly(provider == ProviderScript.OLLAMA ? "/api/embed" : "/v1/embeddings");
            assertThat(server.requests().get(0)).contains("scripted", "\"one\"", "(empty)");
        }
    }

    @ParameterizedTest
    @EnumSource(value = ProviderScript.class, mode = EnumSource.Mode.MATCH_ALL, names = PROVIDERS)
    void manyTextsGoInSeveralRequests(ProviderScript provider) {
        try (ScriptedProvider server = new ScriptedProvider(
                provider,
                Reply.json(vectors(provider, Collections.nCopies(64, "1,2"))),
                Reply.json(vectors(provider, Collections.nCopies(36, "3,4"))))) {
            Embeddings embeddings = model(server).embed(Collections.nCopies(100, "x"));
            assertThat(embeddings.vectors()).hasSize(100);
            assertThat(embeddings.vectors().get(64)).containsExactly(3, 4);
            assertThat(embeddings.tokens()).isEqualTo(14);
            assertThat(model(server).embed(List.of()).vectors()).isEmpty();
            assertThat(server.requests()).hasSize(2);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ProviderScript.class, mode = EnumSource.Mode.MATCH_ALL, names = PROVIDERS)
    void vectorsOfAnotherLengthOrNumberAreAFailure(ProviderScript provider) {
        try (ScriptedProvider server = new ScriptedProvider(
                provider,
                Reply.json(vectors(provider, List.of("1,2"))),
                Reply.json(vectors(provider, List.of("1,2,3"))),
                Reply.json(vectors(provider, List.of("1,2", "3,4"))))) {
            EmbeddingModel model = model(server);
            model.embed(List.of("a"));
            assertThat(failure(model)).hasMessageContaining("a vector of 3 numbers after one of 2");
            assertThat(failure(model)).hasMessageContaining("2 vectors for 1 texts");
            assertThat(server.requests()).hasSize(3);
        }
    }

    @ParameterizedTest
    @EnumSource(value = ProviderScript.class, mode = EnumSource.Mode.MATCH_ALL, names = PROVIDERS)
    void whatProvidersRefuseIsRetriedOrNamed(ProviderScript provider) {
        Reply good = Reply.json(vectors(provider, List.of("1,2")));
        try (ScriptedProvider server =
                new ScriptedProvider(provider, Reply.error(429, "1"), Reply.error(500, ""), good)) {
            assertThat(model(server).embed(List.of("a")).vectors()).hasSize(1);
            assertThat(server.requests()).hasSize(3);
        }
        try (ScriptedProvider server = new ScriptedProvider(provider, Reply.error(401, ""))) {
            assertThat(failure(model(server)).kind()).isEqualTo(Kind.REFUSED_KEY);
        }
        for (String body :
                List.of("{}", "no json", good.body().substring(0, good.body().length() / 2))) {
            try (ScriptedProvider server = new ScriptedProvider(provider, Reply.json(body))) {
                assertThat(failure(model(server))).as(body).hasMessageContaining("scripted at http://127.0.0.1");
            }
        }
    }

    @ParameterizedTest
    @EnumSource(value = ProviderScript.class, mode = EnumSource.Mode.MATCH_ALL, names = PROVIDERS)
    void aHangEndsAtTheTimeLimitAndAnAbsentServerAtOnce(ProviderScript provider) {
        ScriptedProvider server = new ScriptedProvider(provider, Reply.hanging());
        RetryPolicy once = new RetryPolicy(0, Duration.ofMillis(5), Duration.ofSeconds(1), 9, Duration.ofSeconds(1));
        EmbeddingModel model = new ServerEmbedding(server.config(Duration.ofMillis(400)), once, new Random(1));
        try (server) {
            assertThat(failure(model).kind()).isEqualTo(Kind.TIMED_OUT);
        }
        assertThat(failure(model).kind()).isEqualTo(Kind.UNAVAILABLE);
    }

    @Test
    void anthropicHasNoneAndThatIsSaidAtOnce() {
        ModelConfig config = ModelConfig.of(Provider.ANTHROPIC, "http://h", "k", "claude");
        assertThatThrownBy(() -> new ServerEmbedding(config, SOON, new Random(1)))
                .hasMessageContaining("anthropic has no embeddings")
                .hasMessageContaining("EMBEDDING_MODEL");
    }

    @Test
    void withoutAModelWordsAreHashedTheSameWayOnEveryMachine() {
        EmbeddingModel model = Models.embedding(Map.of("OLLAMA_MODEL", "talks"));
        assertThat(model.name()).isEqualTo("hashed-words-512");
        List<float[]> vectors = model.embed(List.of(
                        "NullPointerException in CartService.total",
                        "cart service: null pointer exception",
                        "disk full on node seven",
                        ""))
                .vectors();
        assertThat(cosine(vectors.get(0), vectors.get(0))).isCloseTo(1, within(1e-5));
        assertThat(cosine(vectors.get(0), vectors.get(1))).isGreaterThan(0.4);
        assertThat(cosine(vectors.get(0), vectors.get(2))).isLessThan(0.2);
        assertThat(vectors.get(3)).hasSize(512).containsOnly(0);
        assertThat(java.util.Arrays.hashCode(vectors.get(0)))
                .isEqualTo(java.util.Arrays.hashCode(model.embed(List.of("NullPointerException in CartService.total"))
                        .vectors()
                        .get(0)));
    }

    @Test
    void whatIsUsedIsCountedUnderTheRoleAndStopsAtTheBudget() {
        EmbeddingModel counted = new EmbeddingModel() {
            @Override
            public String name() {
                return "counted";
            }

            @Override
            public Embeddings embed(List<String> texts) {
                return new Embeddings(List.of(new float[] {1}), 60);
            }
        };
        Budget budget = new Budget(9, 100, BigDecimal.valueOf(1_000));
        EmbeddingModel model =
                new BudgetedEmbedding(counted, budget, new Price(BigDecimal.valueOf(1_000_000), BigDecimal.ONE));
        model.embed(List.of("a"));
        model.embed(List.of("a"));
        assertThat(budget.used(Role.EMBEDDING).tokensIn()).isEqualTo(120);
        assertThat(budget.used().cost()).isEqualByComparingTo("120");
        assertThat(failure(model).kind()).isEqualTo(Kind.BUDGET_SPENT);
    }

    private static double cosine(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static ModelException failure(EmbeddingModel model) {
        ModelException failure = catchThrowableOfType(ModelException.class, () -> model.embed(List.of("a")));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static EmbeddingModel model(ScriptedProvider server) {
        return new ServerEmbedding(server.config(Duration.ofSeconds(20)), SOON, new Random(1));
    }

    private static String vectors(ProviderScript provider, List<String> numbers) {
        if (provider == ProviderScript.OLLAMA) {
            String all = numbers.stream().map(each -> "[" + each + "]").collect(Collectors.joining(","));
            return "{\"model\":\"scripted\",\"embeddings\":[" + all + "],\"prompt_eval_count\":7}";
        }
        StringBuilder data = new StringBuilder();
        for (int i = 0; i < numbers.size(); i++) {
            data.append(i == 0 ? "" : ",")
                    .append("{\"object\":\"embedding\",\"index\":" + i + ",\"embedding\":[" + numbers.get(i) + "]}");
        }
        return "{\"object\":\"list\",\"model\":\"scripted\",\"data\":[" + data
                + "],\"usage\":{\"prompt_tokens\":7,\"total_tokens\":7}}";
    }
}
