package dev.tracemend.agent.adapter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.model.ModelReply;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every adapter promises, whatever its layout. */
class AdapterContractTest {
    private static final List<String> TRICKS = List.of(
            "plain",
            "two\nlines",
            "[[ ## count ## ]]",
            "  [[ ## completed ## ]] or so",
            "\\[[ ## level ## ]]",
            "a </reason> b <count> 7 </count>",
            "<\\/reason>",
            "</tool_call>",
            "<tool_call><name>bash</name>",
            "{\"reason\": 1}",
            "it's \"quoted\" and \\ slashed",
            "ünï → 日本 😀",
            "```\nfenced\n```",
            "$1 \\1",
            "[1] «x»");

    static List<Adapter> adapters() {
        return AdapterCase.adapters().toList();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void whatItPrintsItReads(Adapter adapter) throws ParseFailure {
        assertThat(adapter.parse(AdapterCase.LAYOUT, AdapterCase.reply(adapter, AdapterCase.outputs())))
                .hasToString(AdapterCase.outputs().toString());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void whatItPrintsItReadsWhateverTheTextHolds(Adapter adapter) throws ParseFailure {
        Random random = new Random(11);
        for (int i = 0; i < 2_000; i++) {
            ObjectNode outputs = AdapterCase.outputs();
            outputs.put("reason", text(random)).put("count", random.nextInt());
            outputs.putArray("parts").add(text(random)).add(text(random));
            if (random.nextBoolean()) {
                outputs.remove("extra");
            }
            assertThat(adapter.parse(AdapterCase.LAYOUT, AdapterCase.reply(adapter, outputs)))
                    .hasToString(outputs.toString());
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i <= random.nextInt(3); i++) {
            text.append(text.isEmpty() ? "" : random.nextBoolean() ? "\n" : " ")
                    .append(TRICKS.get(random.nextInt(TRICKS.size())));
        }
        return text.toString().strip();
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void theSamePromptIsTheSameToTheByte(Adapter adapter) {
        Prompt prompt = AdapterCase.prompt(List.of(Demo.of(AdapterCase.outputs())));
        assertThat(adapter.format(prompt)).isEqualTo(adapter.format(prompt));
        assertThat(adapter.format(prompt).toString())
                .contains("Classify the line.", "NullPointerException at Cart.java:42");
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aReplyInACodeFenceIsRead(Adapter adapter) throws ParseFailure {
        ModelReply reply = AdapterCase.changed(
                AdapterCase.reply(adapter, AdapterCase.outputs()), text -> "```\n" + text + "\n```");
        assertThat(adapter.parse(AdapterCase.LAYOUT, reply))
                .hasToString(AdapterCase.outputs().toString());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aWrongTypeIsAFailureThatNamesTheFieldAndKeepsTheReply(Adapter adapter) {
        ModelReply reply = AdapterCase.reply(adapter, AdapterCase.outputs().put("count", "many"));
        assertThatThrownBy(() -> adapter.parse(AdapterCase.LAYOUT, reply))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> {
                    assertThat(failure.problem()).isEqualTo("`count` takes a whole number, not \"many\"");
                    assertThat(failure.raw()).contains("many");
                });
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aMissingFieldIsAFailureAndAnOptionalOneIsNot(Adapter adapter) throws ParseFailure {
        ObjectNode without = AdapterCase.outputs();
        without.remove("level");
        assertThatThrownBy(() -> adapter.parse(AdapterCase.LAYOUT, AdapterCase.reply(adapter, without)))
                .isInstanceOfSatisfying(ParseFailure.class, failure -> assertThat(failure.problem())
                        .contains("`level` is missing", "low, high"));
        ObjectNode shorter = AdapterCase.outputs();
        shorter.remove("extra");
        assertThat(adapter.parse(AdapterCase.LAYOUT, AdapterCase.reply(adapter, shorter)))
                .hasToString(shorter.toString());
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void anEmptyReplyAndProseAreFailures(Adapter adapter) {
        for (String text : List.of("", " ", "I would rather not.", "{", "[[ ## ", "<tool_call>", "```json\n```")) {
            assertThatThrownBy(() -> adapter.parse(AdapterCase.LAYOUT, new ModelReply(text, 0, 0)))
                    .isInstanceOf(ParseFailure.class);
        }
    }

    @ParameterizedTest
    @MethodSource("adapters")
    void aReplyThatIsCutAnywhereIsReadWholeOrNotAtAll(Adapter adapter) {
        ModelReply reply = AdapterCase.reply(adapter, AdapterCase.outputs());
        int longest = Math.max(
                reply.text().length(),
                reply.calls().stream()
                        .mapToInt(call -> call.arguments().length())
                        .max()
                        .orElse(0));
        for (int length = 0; length < longest; length++) {
            int cut = length;
            ModelReply shorter = AdapterCase.changed(reply, text -> text.substring(0, Math.min(cut, text.length())));
            try {
                ObjectNode read = adapter.parse(AdapterCase.LAYOUT, shorter);
                // Only the last field, an optional one, may be lost unseen: the layouts of text have no end to miss.
                read.remove("extra");
                ObjectNode rest = AdapterCase.outputs();
                rest.remove("extra");
                assertThat(read).hasToString(rest.toString());
            } catch (ParseFailure refused) {
                assertThat(refused.problem()).isNotBlank();
            }
        }
    }

    @Test
    void aReplyThatTheProviderCutOffIsNotTakenForWhole() {
        String whole =
                AdapterCase.reply(new MarkerAdapter(), AdapterCase.outputs()).text();
        String cut = whole.substring(0, whole.indexOf("[[ ## completed"));
        assertThatThrownBy(
                        () -> new MarkerAdapter().parse(AdapterCase.LAYOUT, new ModelReply(cut, List.of(), true, 0, 0)))
                .isInstanceOf(ParseFailure.class)
                .hasMessageContaining("cut off");
    }

    @Test
    void anIncompleteDemoComesFirstAndIsMarked() {
        ObjectNode incomplete =
                JsonNodeFactory.instance.objectNode().put("line", "x").put("level", "low");
        ObjectNode complete = AdapterCase.inputs();
        complete.setAll(AdapterCase.outputs());
        String prompt = new MarkerAdapter()
                .format(AdapterCase.prompt(List.of(Demo.of(complete), Demo.of(incomplete))))
                .messages()
                .get(1)
                .text();
        assertThat(prompt).startsWith("An example that lacks some fields:").contains("[[ ## line ## ]]\nx");
    }
}
