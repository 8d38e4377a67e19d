package dev.tracemend.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.signature.DeclarationException;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.tool.Observation.Outcome;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ToolBoxTest {
    record Repeat(String word, Optional<Integer> times) {}

    static final class Desk {
        private final List<String> notes = new ArrayList<>();

        @ToolMethod(value = "Writes a note", approval = true)
        String writeNote(@Desc("what to write") String text) {
            notes.add(text);
            return "noted";
        }

        @ToolMethod(value = "Fails", risk = Risk.READ_ONLY)
        String fall() {
            throw new IllegalStateException("on its face");
        }
    }

    private final Tool repeat = RecordTool.of(
            "repeat",
            "Says a word again",
            Risk.READ_ONLY,
            Repeat.class,
            call -> Observation.done(call.word().repeat(call.times().orElse(2))));

    @Test
    void aCallIsCheckedCoercedAndRun() {
        ToolBox box = ToolBox.of(List.of(repeat), Approval.nobody());
        assertThat(box.call("repeat", "{\"word\":\"ho\",\"times\":\"3\"}")).isEqualTo(Observation.done("hohoho"));
        assertThat(box.call("repeat", "{\"word\":\"ho\"}")).isEqualTo(Observation.done("hoho"));
    }

    @Test
    void aCallThatDoesNotFitSaysWhatWouldAndRunsNothing() {
        ToolBox box = ToolBox.of(List.of(repeat), Approval.nobody());
        assertThat(box.call("repaet", "{}").text()).contains("no tool named 'repaet'", "repeat");
        assertThat(box.call("repeat", "{\"times\":3}").text()).contains("`word` is missing", "\"type\":\"integer\"");
        assertThat(box.call("repeat", "[1]").text()).contains("one JSON object");
        assertThat(box.call("repeat", "{\"word\":").outcome()).isEqualTo(Outcome.INVALID);
    }

    @Test
    void aToolThatFailsIsAnObservation() {
        ToolBox box = ToolBox.of(MethodTool.of(new Desk()), Approval.nobody());
        assertThat(box.call("fall", ""))
                .isEqualTo(Observation.failed("Error in fall: java.lang.IllegalStateException: on its face"));
    }

    @Test
    void whatNeedsApprovalRunsOnlyWithIt() {
        Desk desk = new Desk();
        ToolBox closed = ToolBox.of(MethodTool.of(desk), Approval.nobody());
        assertThat(closed.call("write_note", "{\"text\":\"x\"}").outcome()).isEqualTo(Outcome.DENIED);
        assertThat(desk.notes).isEmpty();
        ToolBox open = ToolBox.of(MethodTool.of(desk), (tool, arguments) -> Optional.empty());
        assertThat(open.call("write_note", "{\"text\":\"x\"}").text()).isEqualTo("noted");
        assertThat(desk.notes).containsExactly("x");
    }

    @Test
    void aLongObservationIsCutInItsMiddle() {
        Tool flood = RecordTool.of(
                "flood",
                "Says much",
                Risk.READ_ONLY,
                Repeat.class,
                call -> Observation.done("a" + "x".repeat(100_000) + "z"));
        String text = ToolBox.of(List.of(flood), Approval.nobody())
                .call("flood", "{\"word\":\"w\"}")
                .text();
        assertThat(text).startsWith("ax").endsWith("xz").contains("60002 characters left out");
    }

    @Test
    void aNameThatProvidersRefuseIsRefusedAtOnce() {
        assertThatThrownBy(
                        () -> RecordTool.of("my tool", "", Risk.READ_ONLY, Repeat.class, call -> Observation.done("")))
                .hasMessageContaining("a tool cannot be named 'my tool'");
        assertThatThrownBy(() -> MethodTool.of("no tools here")).isInstanceOf(DeclarationException.class);
    }
}
