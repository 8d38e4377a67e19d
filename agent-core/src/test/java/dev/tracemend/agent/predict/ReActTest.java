package dev.tracemend.agent.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.CallCodec;
import dev.tracemend.agent.model.HeuristicModel;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.RecordingModel;
import dev.tracemend.agent.model.ReplayModel;
import dev.tracemend.agent.predict.Episode.Stopped;
import dev.tracemend.agent.signature.Instructions;
import dev.tracemend.agent.signature.Signature;
import dev.tracemend.agent.tool.Approval;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.RecordTool;
import dev.tracemend.agent.tool.Risk;
import dev.tracemend.agent.tool.ToolBox;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ReActTest {
    record Question(String about) {}

    @Instructions("Find the number.")
    record Found(int number) {}

    record Key(String key) {}

    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();
    private final ReAct<Question, Found> agent = ReAct.of(
            Signature.of(Question.class, Found.class),
            ToolBox.of(
                    List.of(RecordTool.of(
                            "look_up",
                            "Looks a key up",
                            Risk.READ_ONLY,
                            Key.class,
                            key -> Observation.done("the value of " + key.key() + " is 42"))),
                    Approval.nobody()));

    @Test
    void toolsAreCalledAndTheirResultsShownUntilTheResultIsSubmitted() {
        CopyOnWriteArrayList<TraceStep> steps = new CopyOnWriteArrayList<>();
        Run run = Run.on(saying(
                        "I look.\n" + call("look_up", "{\"key\": \"a\"}") + call("look_up", "{\"key\": \"b\"}"),
                        call("submit", "{\"number\": 42}")))
                .with(Trace.into(steps));
        assertThat(agent.episode(new Question("a"), run)).isEqualTo(new Episode<>(new Found(42), Stopped.SUBMITTED, 2));
        assertThat(requests.get(1).messages().get(3).text())
                .contains("the value of a is 42", "the value of b is 42", "<tool_result name=\"look_up\">");
        assertThat(steps.stream().map(TraceStep::name))
                .containsExactly("react", "tool:look_up", "tool:look_up", "react");
        assertThat(agent.predictors()).containsExactly("react");
    }

    @Test
    void aResultThatDoesNotFitIsSentBack() {
        Run run = Run.on(saying(call("submit", "{\"number\": \"many\"}"), call("submit", "{\"number\": 7}")));
        assertThat(agent.call(new Question("a"), run)).isEqualTo(new Found(7));
        assertThat(requests.get(1).toString()).contains("not accepted: `number` takes a whole number");
    }

    @Test
    void wordsAloneAreNudgedOnceAndThenTheResultIsForced() {
        Run run = Run.on(saying("Hm.", "Well.", call("submit", "{\"number\": 1}")));
        assertThat(agent.episode(new Question("a"), run).stopped()).isEqualTo(Stopped.NO_CALL);
        assertThat(requests.get(2).toString()).contains("Now call the tool submit");
    }

    @Test
    void aCircleAndTheLastTurnEndWithAForcedResult() {
        String same = call("look_up", "{\"key\": \"a\"}");
        Run circling = Run.on(saying(same, same, same, call("submit", "{\"number\": 1}")));
        assertThat(agent.episode(new Question("a"), circling).stopped()).isEqualTo(Stopped.LOOP);
        Run slow = Run.on(saying(call("look_up", "{\"key\": \"a\"}"), call("submit", "{\"number\": 1}")));
        assertThat(agent.maxIterations(1).episode(new Question("a"), slow))
                .isEqualTo(new Episode<>(new Found(1), Stopped.MAX_ITERATIONS, 2));
    }

    @Test
    void anAgentThatNeverSubmitsIsAFailureWithAReason() {
        Run run = Run.on(saying("a", "b", "c", "d"));
        assertThatThrownBy(() -> agent.call(new Question("a"), run))
                .isInstanceOf(RunException.Unreadable.class)
                .hasMessageContaining("never called `submit`");
    }

    @Test
    void aRecordedRunPlaysAgainToTheByte() {
        List<String> lines = new ArrayList<>();
        LanguageModel model = saying(call("look_up", "{\"key\": \"a\"}"), call("submit", "{\"number\": 42}"));
        agent.call(new Question("a"), Run.on(new RecordingModel(model, lines::add)));
        List<String> again = new ArrayList<>();
        LanguageModel replay = new RecordingModel(new ReplayModel(lines, Abilities.TEXT_ONLY), again::add);
        assertThat(agent.call(new Question("a"), Run.on(replay))).isEqualTo(new Found(42));
        assertThat(again).isEqualTo(lines);
        assertThatThrownBy(() -> agent.call(new Question("b"), Run.on(replay)))
                .isInstanceOf(RunException.NoAnswer.class)
                .hasMessageContaining("the recording holds no such request");
        assertThat(CallCodec.request(requests.get(0)).toString()).contains("\"role\":\"system\"");
        assertThat(requests.get(0).messages().get(0)).isInstanceOf(Message.Instruction.class);
    }

    private static String call(String tool, String input) {
        return "<tool_call>\n<name>" + tool + "</name>\n<input>" + input + "</input>\n</tool_call>\n";
    }

    private LanguageModel saying(String... replies) {
        Queue<String> left = new ArrayDeque<>(List.of(replies));
        return new HeuristicModel(List.of(request -> {
            requests.add(request);
            return Optional.ofNullable(left.poll());
        }));
    }
}
