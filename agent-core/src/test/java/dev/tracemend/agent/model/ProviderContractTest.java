package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ModelException.Kind;
import dev.tracemend.agent.model.ScriptedProvider.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What a model behind any provider does, each spoken to over real HTTP in its own protocol. */
class ProviderContractTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final RetryPolicy SOON =
            new RetryPolicy(2, Duration.ofMillis(5), Duration.ofSeconds(3), 3, Duration.ofSeconds(30));
    private static final ModelRequest HELLO =
            ModelRequest.of(List.of(new Message.Instruction("be brief"), new Message.Question("hello")));

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void wordsAndTokensComeBack(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, Reply.json(provider.whole("hi", List.of(), false)))) {
            assertThat(model(server).call(HELLO)).isEqualTo(new ModelReply("hi", 100, 20));
            assertThat(server.requests().get(0)).contains("be brief", "hello", "scripted");
            assertThat(server.paths()).containsExactly(provider.path);
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void severalToolCallsAtOnceComeBackAndTheirResultsGoOut(ProviderScript provider) {
        List<ToolCall> calls =
                List.of(new ToolCall("a", "look", "{\"at\":\"x\"}"), new ToolCall("b", "look", "{\"at\":\"y\"}"));
        try (ScriptedProvider server = serving(
                provider,
                Reply.json(provider.whole("", calls, false)),
                Reply.json(provider.whole("done", List.of(), false)))) {
            ModelRequest request = new ModelRequest(
                    HELLO.messages(), List.of(look()), Optional.empty(), new ReplyFormat.AnyText(), Sampling.usual());
            ModelReply reply = model(server).call(request);
            assertThat(reply.calls()).extracting(ToolCall::name).containsExactly("look", "look");
            assertThat(reply.calls()).extracting(ToolCall::arguments).allMatch(text -> text.contains("\"at\""));
            assertThat(server.requests().get(0)).contains("\"look\"", "Looks somewhere", "\"at\"");
            model(server)
                    .call(request.followedBy(
                            new Message.Answer("", calls),
                            new Message.ToolResult("a", "look", "saw x"),
                            new Message.ToolResult("b", "look", "saw y")));
            assertThat(server.requests().get(1)).contains("saw x", "saw y");
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aReplyThatWasCutSaysSo(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, Reply.json(provider.whole("half", List.of(), true)))) {
            assertThat(model(server).call(HELLO).cut()).isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aStreamIsHeardPieceByPiece(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, streaming(provider, false))) {
            List<String> heard = new ArrayList<>();
            ModelReply reply = model(server).call(HELLO, heard::add);
            assertThat(heard).containsExactly("one ", "two ", "three");
            assertThat(reply).isEqualTo(new ModelReply("one two three", 100, 20));
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aStreamThatBreaksOffIsAFailureAndNotRepeated(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, streaming(provider, true))) {
            List<String> heard = new ArrayList<>();
            ModelException failure = catchThrowableOfType(
                    ModelException.class,
                    () -> new RetryingModel(model(server), SOON, new Random(1)).call(HELLO, heard::add));
            assertThat(failure).isNotNull();
            assertThat(heard).startsWith("one ");
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aBusyProviderIsAskedAgainAfterTheTimeItNames(ProviderScript provider) {
        try (ScriptedProvider server =
                serving(provider, Reply.error(429, "1"), Reply.json(provider.whole("now", List.of(), false)))) {
            long begun = System.nanoTime();
            assertThat(retrying(server).call(HELLO).text()).isEqualTo("now");
            assertThat(Duration.ofNanos(System.nanoTime() - begun)).isBetween(Duration.ofSeconds(1), LONG);
            assertThat(server.requests()).hasSize(2);
        }
        try (ScriptedProvider server = serving(provider, Reply.error(429, "3600"))) {
            assertThat(failure(retrying(server)).kind()).isEqualTo(Kind.RATE_LIMITED);
            assertThat(server.requests()).hasSize(1);
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void anErrorOfTheServerIsRetriedAndARefusalIsNot(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, Reply.error(500, ""))) {
            assertThat(failure(retrying(server)).kind()).isEqualTo(Kind.UNAVAILABLE);
            assertThat(server.requests()).hasSize(3);
        }
        try (ScriptedProvider server = serving(provider, Reply.error(401, ""))) {
            assertThat(failure(retrying(server)))
                    .hasMessageContaining(provider.provider.keyVariable())
                    .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.REFUSED_KEY));
            assertThat(server.requests()).hasSize(1);
        }
        try (ScriptedProvider server = serving(provider, Reply.error(400, ""))) {
            ModelRequest object = HELLO.as(new ReplyFormat.AnyObject());
            assertThat(failure(model(server)).kind()).isEqualTo(Kind.REFUSED_REQUEST);
            assertThat(catchThrowableOfType(
                                    ModelException.class, () -> model(server).call(object))
                            .kind())
                    .isEqualTo(Kind.UNSUPPORTED);
        }
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aHangEndsAtTheTimeLimitAndAnAbsentServerAtOnce(ProviderScript provider) {
        ScriptedProvider server = serving(provider, Reply.hanging());
        ModelConfig config = server.config(Duration.ofMillis(400));
        try (server) {
            assertThat(failure(new ChatServerModel(config)).kind()).isEqualTo(Kind.TIMED_OUT);
        }
        assertThat(failure(new ChatServerModel(config)))
                .hasMessageContaining(config.baseUrl())
                .satisfies(e -> assertThat(e.kind()).isEqualTo(Kind.UNAVAILABLE));
    }

    @ParameterizedTest
    @EnumSource(ProviderScript.class)
    void aProviderThatKeepsFailingIsLeftAlone(ProviderScript provider) {
        try (ScriptedProvider server = serving(provider, Reply.error(500, ""))) {
            LanguageModel model = retrying(server);
            for (int i = 0; i < 3; i++) {
                failure(model);
            }
            int asked = server.requests().size();
            assertThat(failure(model)).hasMessageContaining("is left alone for");
            assertThat(server.requests()).hasSize(asked);
        }
    }

    private static ToolOffer look() {
        ObjectNode schema = JsonNodeFactory.instance.objectNode().put("type", "object");
        schema.putObject("properties").putObject("at").put("type", "string");
        schema.putArray("required").add("at");
        return new ToolOffer("look", "Looks somewhere", schema);
    }

    private static Reply streaming(ProviderScript provider, boolean broken) {
        return new Reply(
                200,
                provider.streamType(),
                provider.stream(List.of("one ", "two ", "three"), broken),
                "",
                false,
                broken);
    }

    private static ScriptedProvider serving(ProviderScript provider, Reply... script) {
        return new ScriptedProvider(provider, script);
    }

    private static LanguageModel model(ScriptedProvider server) {
        return new ChatServerModel(server.config(LONG));
    }

    private static LanguageModel retrying(ScriptedProvider server) {
        return new RetryingModel(model(server), SOON, new Random(1));
    }

    private static ModelException failure(LanguageModel model) {
        ModelException failure = catchThrowableOfType(ModelException.class, () -> model.call(HELLO));
        assertThat(failure).isNotNull();
        return failure;
    }
}
