package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tracemend.agent.model.ModelConfig.Provider;
import dev.tracemend.agent.model.ModelException.Kind;
import dev.tracemend.agent.model.ScriptedChatServer.Answer;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ChatServerModelTest {

    @Test
    void sendsTheWholeConversationAndCountsTheProvidersTokens() {
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of("hello"))) {
            ModelReply reply = model(server)
                    .call(ModelRequest.of(List.of(
                            new Message.Instruction("be brief"),
                            new Message.Question("a"),
                            Message.Answer.of("b"),
                            new Message.Question("c"))));

            assertThat(reply).isEqualTo(new ModelReply("hello", 100, 20));
            assertThat(server.requests()).singleElement().satisfies(request -> {
                assertThat(request.path("model").asText()).isEqualTo("scripted");
                assertThat(request.path("messages").findValuesAsText("role"))
                        .containsExactly("system", "user", "assistant", "user");
                assertThat(request.path("messages").findValuesAsText("content"))
                        .containsExactly("be brief", "a", "b", "c");
            });
        }
    }

    @Test
    void aRefusedKeyIsNamedAndNotTriedAgain() {
        try (ScriptedChatServer server = new ScriptedChatServer(new Answer(401, "bad key"))) {
            assertThat(failure(server)).satisfies(e -> {
                assertThat(e.kind()).isEqualTo(Kind.REFUSED_KEY);
                assertThat(e).hasMessageContaining("OPENAI_API_KEY").hasMessageContaining(server.baseUrl());
            });
            assertThat(server.requests()).hasSize(1);
        }
    }

    @Test
    void aBusyProviderIsAskedOnceMore() {
        try (ScriptedChatServer server = new ScriptedChatServer(new Answer(429, "slow down"), Answer.of("now"))) {
            RetryPolicy soon =
                    new RetryPolicy(1, Duration.ofMillis(5), Duration.ofSeconds(1), 3, Duration.ofSeconds(1));
            assertThat(new RetryingModel(model(server), soon, new Random(1))
                            .call(ModelRequest.of(List.of(new Message.Question("u"))))
                            .text())
                    .isEqualTo("now");
        }
    }

    @Test
    void anEmptyAnswerIsAFailure() {
        try (ScriptedChatServer server = new ScriptedChatServer(Answer.of(""))) {
            assertThat(failure(server).kind()).isEqualTo(Kind.EMPTY);
        }
    }

    @Test
    void anUnreachableServerIsAFailureWithItsAddress() {
        ScriptedChatServer server = new ScriptedChatServer(Answer.of("x"));
        server.close();

        assertThat(failure(server)).satisfies(e -> {
            assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(e).hasMessageContaining(server.baseUrl());
        });
    }

    private static ModelException failure(ScriptedChatServer server) {
        return catchThrowableOfType(
                ModelException.class, () -> model(server).call(ModelRequest.of(List.of(new Message.Question("u")))));
    }

    private static LanguageModel model(ScriptedChatServer server) {
        return new ChatServerModel(ModelConfig.of(Provider.OPENAI, server.baseUrl(), "none", "scripted"));
    }
}
