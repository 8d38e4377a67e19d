package dev.tracemend.agent.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Adapter;
import dev.tracemend.agent.adapter.AdapterCase;
import dev.tracemend.agent.adapter.TwoStepAdapter;
import dev.tracemend.agent.adapter.XmlAdapter;
import dev.tracemend.agent.model.ModelException.Kind;
import dev.tracemend.agent.model.ScriptedProvider.Reply;
import dev.tracemend.agent.predict.Asking;
import dev.tracemend.agent.predict.Predict;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.predict.RunException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.function.Executable;

/**
 * The same cases over every model and every adapter: replay, heuristic, and servers of three protocols over real HTTP.
 * Where a case makes no sense for a model the test's name says why, and what holds instead is tested.
 */
class ModelContractTest {
    private static final ModelRequest HELLO = ModelRequest.of(List.of(new Message.Question("hello")));
    private static final RetryPolicy SOON =
            new RetryPolicy(1, Duration.ofMillis(5), Duration.ofSeconds(3), 9, Duration.ofSeconds(1));

    private enum Case {
        WELL_FORMED,
        CODE_FENCED,
        TRUNCATED,
        WRONG_TYPE,
        MISSING_FIELD,
        TWO_TOOL_CALLS_AT_ONCE
    }

    private enum Trouble {
        TOO_MANY_REQUESTS_WITH_RETRY_AFTER,
        SERVER_ERROR_500,
        HANG,
        CONNECTION_REFUSED,
        CUT_IN_MID_BODY,
        CUT_IN_MID_STREAM
    }

    @TestFactory
    Stream<DynamicTest> everyReplyOverEveryModelAndAdapter() {
        return Stream.of(ModelLab.values()).flatMap(lab -> AdapterCase.adapters()
                .flatMap(adapter -> Stream.of(Case.values()).map(each -> reply(lab, adapter, each))));
    }

    private static DynamicTest reply(ModelLab lab, Adapter adapter, Case each) {
        String name = lab + " / " + adapter.name() + " / " + each;
        if (lab.with(List.of(words("x")), model -> !adapter.suits(model.abilities()))) {
            return dynamicTest(
                    name + " makes no sense: the model cannot be asked so, and that is said",
                    () -> assertThatThrownBy(() -> asked(lab, adapter, List.of(words("x"))))
                            .isInstanceOf(RunException.Unreadable.class)
                            .hasMessageContaining("no adapter suits"));
        }
        ModelReply good = AdapterCase.reply(adapter, AdapterCase.outputs());
        boolean calls = adapter.name().equals("tool-native");
        if (calls && each == Case.CODE_FENCED) {
            return dynamicTest(
                    name
                            + " makes no sense: a call's arguments are JSON of the protocol; words in a fence besides do no harm",
                    () -> assertRead(lab, adapter, new ModelReply("```\nhere\n```", good.calls(), false, 0, 0)));
        }
        if (lab == ModelLab.HEURISTIC && each == Case.TWO_TOOL_CALLS_AT_ONCE) {
            return dynamicTest(
                    name + " makes no sense: a rule answers in words; its words are read",
                    () -> assertRead(lab, adapter, good));
        }
        return dynamicTest(
                name, check(lab, adapter, each, calls ? new ModelReply("", good.calls(), false, 0, 0) : good));
    }

    private static Executable check(ModelLab lab, Adapter adapter, Case each, ModelReply good) {
        return switch (each) {
            case WELL_FORMED -> () -> assertRead(lab, adapter, good);
            case CODE_FENCED -> () -> assertRead(lab, adapter, words("```\n" + good.text() + "\n```"));
            case TRUNCATED -> () -> assertRefused(lab, adapter, truncated(adapter), "");
            case WRONG_TYPE ->
                () -> {
                    ModelReply bad = plain(
                            adapter,
                            AdapterCase.reply(adapter, AdapterCase.outputs().put("count", "many")));
                    assertRefused(lab, adapter, bad, "`count` takes a whole number");
                    assertThat(asked(lab, adapter, List.of(bad, good)))
                            .as("put right in the one repair turn")
                            .containsEntry("level", "high");
                };
            case MISSING_FIELD ->
                () -> {
                    ObjectNode without = AdapterCase.outputs();
                    without.remove("level");
                    assertRefused(
                            lab, adapter, plain(adapter, AdapterCase.reply(adapter, without)), "`level` is missing");
                };
            case TWO_TOOL_CALLS_AT_ONCE ->
                () -> {
                    List<ToolCall> two = new ArrayList<>(good.calls());
                    two.add(new ToolCall("other", "look", "{}"));
                    two.add(new ToolCall("another", "look", "{}"));
                    assertRead(lab, adapter, new ModelReply(good.text(), two, false, 0, 0));
                };
        };
    }

    /** The calls stand for themselves where they are the reply, and the words do where they are. */
    private static ModelReply plain(Adapter adapter, ModelReply reply) {
        return adapter.name().equals("tool-native")
                ? new ModelReply("", reply.calls(), false, 0, 0)
                : words(reply.text());
    }

    private static ModelReply truncated(Adapter adapter) {
        if (!adapter.name().equals("tool-native")) {
            String text = AdapterCase.reply(adapter, AdapterCase.outputs()).text();
            return new ModelReply(text.substring(0, text.length() / 3), List.of(), true, 0, 0);
        }
        ObjectNode half = AdapterCase.outputs();
        half.retain("reason");
        return new ModelReply("", AdapterCase.reply(adapter, half).calls(), true, 0, 0);
    }

    private static void assertRead(ModelLab lab, Adapter adapter, ModelReply reply) {
        Map<String, Object> read = asked(lab, adapter, List.of(reply));
        assertThat(read)
                .containsEntry("reason", "the cart is null")
                .containsEntry("level", "high")
                .containsEntry("parts", List.of("Cart", "Order"));
        assertThat(read.get("count")).hasToString("3");
    }

    private static void assertRefused(ModelLab lab, Adapter adapter, ModelReply reply, String problem) {
        assertThatThrownBy(() -> asked(lab, adapter, List.of(reply)))
                .isInstanceOfSatisfying(RunException.Unreadable.class, failure -> {
                    assertThat(failure).hasMessageContaining(problem);
                    assertThat(failure.raw()).isNotBlank();
                });
    }

    private static Map<String, Object> asked(ModelLab lab, Adapter adapter, List<ModelReply> script) {
        Map<String, Object> inputs = Map.of("line", "NullPointerException at Cart.java:42", "seen", List.of("a", "b"));
        return lab.with(script, model -> Predict.of(AdapterCase.SIGNATURE)
                .call(inputs, Run.on(model, Asking.inOrder(List.of(adapter)))));
    }

    @TestFactory
    Stream<DynamicTest> twoStepsMayBothBeTheSameModel() {
        return Stream.of(ModelLab.values())
                .map(lab -> dynamicTest(lab.name(), () -> {
                    ModelReply second = AdapterCase.reply(new XmlAdapter(), AdapterCase.outputs());
                    Map<String, Object> read =
                            lab.with(List.of(words("It is the cart, and it is bad."), second), model -> Predict.of(
                                            AdapterCase.SIGNATURE)
                                    .call(
                                            Map.of("line", "x", "seen", List.of()),
                                            Run.on(
                                                    model,
                                                    Asking.inOrder(
                                                            List.of(new TwoStepAdapter(model, new XmlAdapter()))))));
                    assertThat(read).containsEntry("level", "high");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyModelTellsAStream() {
        return Stream.of(ModelLab.values())
                .map(lab -> dynamicTest(lab.name(), () -> {
                    StringBuilder heard = new StringBuilder();
                    if (lab.connected()) {
                        try (ScriptedProvider server = stream(lab.provider(), false)) {
                            model(server, Duration.ofSeconds(20)).call(HELLO, heard::append);
                        }
                    } else {
                        lab.with(
                                List.of(words("one two")),
                                model -> model.call(HELLO, piece -> heard.replace(0, heard.length(), piece)));
                    }
                    assertThat(heard).hasToString("one two");
                }));
    }

    @TestFactory
    Stream<DynamicTest> everyTroubleOfEveryConnection() {
        return Stream.of(ModelLab.values()).flatMap(lab -> Stream.of(Trouble.values())
                .map(trouble -> lab.connected()
                        ? dynamicTest(lab + " / " + trouble, () -> trouble(lab.provider(), trouble))
                        : dynamicTest(
                                lab + " / " + trouble
                                        + " makes no sense: it has no connection; what it has no answer to is a failure"
                                        + " of the same type",
                                () -> assertUnanswered(lab))));
    }

    private static void assertUnanswered(ModelLab lab) {
        LanguageModel model =
                lab == ModelLab.REPLAY ? new ReplayModel(List.of(), Abilities.ALL) : new HeuristicModel(List.of());
        assertThat(failure(model).kind()).isEqualTo(Kind.UNAVAILABLE);
        assertThat(catchThrowableOfType(ModelException.class, () -> model.call(HELLO, piece -> {}))
                        .kind())
                .isEqualTo(Kind.UNAVAILABLE);
    }

    private static void trouble(ProviderScript provider, Trouble trouble) {
        Reply good = Reply.json(provider.whole("now", List.of(), false));
        switch (trouble) {
            case TOO_MANY_REQUESTS_WITH_RETRY_AFTER -> {
                try (ScriptedProvider server = new ScriptedProvider(provider, Reply.error(429, "1"), good)) {
                    long begun = System.nanoTime();
                    assertThat(retrying(server).call(HELLO).text()).isEqualTo("now");
                    assertThat(Duration.ofNanos(System.nanoTime() - begun))
                            .isGreaterThanOrEqualTo(Duration.ofSeconds(1));
                }
            }
            case SERVER_ERROR_500 -> {
                try (ScriptedProvider server = new ScriptedProvider(provider, Reply.error(500, ""))) {
                    assertThat(failure(retrying(server)).kind()).isEqualTo(Kind.UNAVAILABLE);
                    assertThat(server.requests()).hasSize(2);
                }
            }
            case HANG -> {
                try (ScriptedProvider server = new ScriptedProvider(provider, Reply.hanging())) {
                    assertThat(failure(model(server, Duration.ofMillis(300))).kind())
                            .isEqualTo(Kind.TIMED_OUT);
                }
            }
            case CONNECTION_REFUSED -> {
                ScriptedProvider server = new ScriptedProvider(provider, good);
                LanguageModel model = model(server, Duration.ofSeconds(20));
                server.close();
                assertThat(failure(model).kind()).isEqualTo(Kind.UNAVAILABLE);
            }
            case CUT_IN_MID_BODY -> {
                String half = good.body().substring(0, good.body().length() / 2);
                Reply broken = new Reply(200, "application/json", half, "", false, true);
                try (ScriptedProvider server = new ScriptedProvider(provider, broken, good)) {
                    assertThat(failure(model(server, Duration.ofSeconds(20))).retriable())
                            .isTrue();
                    assertThat(retrying(server).call(HELLO).text()).isEqualTo("now");
                }
            }
            case CUT_IN_MID_STREAM -> {
                try (ScriptedProvider server = stream(provider, true)) {
                    StringBuilder heard = new StringBuilder();
                    assertThat(catchThrowableOfType(
                                    ModelException.class, () -> retrying(server).call(HELLO, heard::append)))
                            .isNotNull();
                    assertThat(heard.toString()).startsWith("one ");
                    assertThat(server.requests())
                            .as("what was heard is not told twice")
                            .hasSize(1);
                }
            }
        }
    }

    private static ScriptedProvider stream(ProviderScript provider, boolean broken) {
        String body = provider.stream(List.of("one ", "two"), broken);
        return new ScriptedProvider(provider, new Reply(200, provider.streamType(), body, "", false, broken));
    }

    private static LanguageModel model(ScriptedProvider server, Duration timeout) {
        return new ChatServerModel(server.config(timeout));
    }

    private static LanguageModel retrying(ScriptedProvider server) {
        return new RetryingModel(model(server, Duration.ofSeconds(20)), SOON, new Random(1));
    }

    private static ModelException failure(LanguageModel model) {
        ModelException failure = catchThrowableOfType(ModelException.class, () -> model.call(HELLO));
        assertThat(failure).isNotNull();
        return failure;
    }

    private static ModelReply words(String text) {
        return new ModelReply(text, 0, 0);
    }
}
