package dev.tracemend.agent.predict;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tracemend.agent.adapter.Demo;
import dev.tracemend.agent.adapter.MarkerAdapter;
import dev.tracemend.agent.model.Budget;
import dev.tracemend.agent.model.BudgetedModel;
import dev.tracemend.agent.model.HeuristicModel;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.Role;
import dev.tracemend.agent.signature.Instructions;
import dev.tracemend.agent.signature.Signature;
import java.math.BigDecimal;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ProgramTest {
    record Line(String text) {}

    @Instructions("Say how bad the line is.")
    record Verdict(int badness) {
        Verdict {
            if (badness < 0) {
                throw new IllegalArgumentException("badness must not be negative");
            }
        }
    }

    record Summary(String words) {}

    static final class TwoSteps extends Program<Line, Summary> {
        private final Predict<Line, Verdict> judge = Predict.of(Line.class, Verdict.class);
        private final List<ChainOfThought<Verdict, Summary>> tell =
                List.of(ChainOfThought.of(Verdict.class, Summary.class));

        @Override
        protected Summary forward(Line line, Run run) {
            return tell.get(0).call(judge.call(line, run), run);
        }
    }

    private final List<ModelRequest> requests = new CopyOnWriteArrayList<>();

    @Test
    void recordsGoInAndRecordsComeOut() {
        Run run = Run.on(saying("[[ ## badness ## ]]\n7\n\n[[ ## completed ## ]]"));
        assertThat(Predict.of(Line.class, Verdict.class).call(new Line("NPE"), run))
                .isEqualTo(new Verdict(7));
        assertThat(requests.get(0).toString()).contains("Say how bad the line is.", "[[ ## text ## ]]\nNPE");
    }

    @Test
    void textMakesASignatureToo() {
        Run run = Run.on(saying("[[ ## answer ## ]]\nyes\n[[ ## score ## ]]\n0.5"));
        assertThat(Predict.of(Signature.parse("question -> answer, score: float"))
                        .call(Map.of("question", "?"), run))
                .isEqualTo(Map.of("answer", "yes", "score", 0.5));
    }

    @Test
    void theReplyThatCannotBeReadIsSentBackOnceWithWhatWasWrong() {
        Run run = Run.on(saying("[[ ## badness ## ]]\nvery", "[[ ## badness ## ]]\n-1"), markers());
        assertThatThrownBy(() -> Predict.of(Line.class, Verdict.class).call(new Line("x"), run))
                .isInstanceOfSatisfying(RunException.Unreadable.class, failure -> {
                    assertThat(failure).hasMessageContaining("badness must not be negative");
                    assertThat(failure.raw()).contains("-1");
                });
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1).messages().get(3).text()).contains("`badness` takes a whole number");
    }

    @Test
    void predictorsAreNamedByTheFieldsTheyStandIn() {
        assertThat(new TwoSteps().predictors()).containsExactly("judge", "tell[0].predict");
        assertThat(Predict.of(Line.class, Verdict.class).predictors()).containsExactly("self");
    }

    @Test
    void aStateChangesWhatTheModelIsToldAndTheProgramStaysAsItWas() {
        TwoSteps program = new TwoSteps();
        ProgramState state = program.initialState().with("judge", judge -> judge.withInstructions("Be strict.")
                .withDemos(List.of(Demo.of(JsonNodeFactory.instance
                        .objectNode()
                        .put("text", "all well")
                        .put("badness", 0)))));
        LanguageModel model =
                saying("[[ ## badness ## ]]\n7", "[[ ## reasoning ## ]]\nbecause\n[[ ## words ## ]]\nbad");
        assertThat(program.with(state).call(new Line("NPE"), Run.on(model))).isEqualTo(new Summary("bad"));
        assertThat(requests.get(0).messages().stream().map(Message::text))
                .anyMatch(text -> text.contains("Be strict."))
                .anyMatch(text -> text.contains("all well"));
        assertThat(program.initialState().of("judge").orElseThrow().instructions())
                .isEqualTo("Say how bad the line is.");
    }

    @Test
    void aStateSurvivesItsFileToTheByte() {
        ProgramState state = new TwoSteps()
                .initialState()
                .with(
                        "judge",
                        judge -> judge.withDemos(List.of(new Demo(
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("text", "ünï \"quoted\"")
                                        .put("badness", 3),
                                true))));
        String file = StateFile.write(state);
        assertThat(StateFile.write(StateFile.read(file))).isEqualTo(file);
        assertThat(StateFile.read(file)).isEqualTo(StateFile.read(StateFile.write(StateFile.read(file))));
        assertThat(file).startsWith("""
                {
                  "judge": {
                    "traces": [],
                    "train": [],
                    "demos": [
                      {
                        "augmented": true,
                        "text": "ünï \\"quoted\\"",
                        "badness": 3
                      }
                    ],
                    "signature": {
                      "instructions": "Say how bad the line is.",
                      "fields": [
                        {
                          "prefix": "Text:",
                          "description": "${text}"
                        },
                """);
    }

    @Test
    void aHintOfAnEarlierAttemptReachesThePredictor() {
        Run run = Run.on(saying(
                "[[ ## badness ## ]]\n1",
                "[[ ## discussion ## ]]\nToo low.\n[[ ## advice ## ]]\n{\"program\": \"Count the exceptions.\"}",
                "[[ ## badness ## ]]\n9"));
        Refine<Line, Verdict> refine =
                Refine.of(Predict.of(Line.class, Verdict.class), 3, (line, verdict) -> verdict.badness() / 10.0, 0.9);
        assertThat(refine.predictors()).containsExactly("program", "offerFeedback");
        assertThat(refine.call(new Line("x"), run)).isEqualTo(new Verdict(9));
        assertThat(requests.get(2).toString()).contains("Count the exceptions.", "[[ ## hint_ ## ]]");
    }

    @Test
    void theBestOfSeveralDrawsIsTakenWhenNoneIsGoodEnough() {
        Run run = Run.on(saying("[[ ## badness ## ]]\n1", "[[ ## badness ## ]]\n5", "[[ ## badness ## ]]\n2"));
        BestOfN<Line, Verdict> best =
                BestOfN.of(Predict.of(Line.class, Verdict.class), 3, (line, verdict) -> verdict.badness() / 10.0, 0.9);
        assertThat(best.call(new Line("x"), run)).isEqualTo(new Verdict(5));
        assertThat(requests.stream().map(request -> request.sampling().rollout()))
                .containsExactly(0, 1, 2);
    }

    @Test
    void aSpentBudgetIsARefusalBeforeTheCall() {
        LanguageModel model = new BudgetedModel(
                saying("[[ ## badness ## ]]\n1"),
                new Budget(1, 1_000, BigDecimal.ONE),
                BudgetedModel.Price.FREE,
                Role.PLANNER);
        Predict<Line, Verdict> predict = Predict.of(Line.class, Verdict.class);
        predict.call(new Line("x"), Run.on(model));
        assertThatThrownBy(() -> predict.call(new Line("y"), Run.on(model)))
                .isInstanceOf(RunException.BudgetSpent.class)
                .hasMessageContaining("1 of 1 calls");
        assertThat(requests).hasSize(1);
    }

    @Test
    void twoHundredThreadsWithDifferentStatesGiveWhatTheyGiveAlone() throws InterruptedException {
        LanguageModel echo = new HeuristicModel(List.of(request -> {
            String told = request.messages().get(0).text();
            return Optional.of("[[ ## badness ## ]]\n" + told.substring(told.lastIndexOf('#') + 1));
        }));
        TwoSteps program = new TwoSteps();
        Predict<Line, Verdict> predict = program.judge;
        List<Program<Line, Verdict>> candidates = IntStream.range(0, 200)
                .mapToObj(i ->
                        predict.with(predict.initialState().with("self", state -> state.withInstructions("Say #" + i))))
                .toList();
        List<Thread> threads = new ArrayList<>();
        List<String> wrong = new CopyOnWriteArrayList<>();
        for (int i = 0; i < candidates.size(); i++) {
            int expected = i;
            threads.add(new Thread(() -> {
                for (int round = 0; round < 20; round++) {
                    int got = candidates
                            .get(expected)
                            .call(new Line("x"), Run.on(echo))
                            .badness();
                    if (got != expected) {
                        wrong.add(expected + " gave " + got);
                    }
                }
            }));
        }
        threads.forEach(Thread::start);
        for (Thread thread : threads) {
            thread.join();
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void manyInputsRunInParallelAndKeepTheirOrder() throws InterruptedException {
        LanguageModel echo = new HeuristicModel(List.of(request -> {
            String asked = request.messages().get(1).text();
            String text =
                    asked.substring(asked.indexOf('\n') + 1).lines().findFirst().orElseThrow();
            return text.equals("13") ? Optional.empty() : Optional.of("[[ ## badness ## ]]\n" + text);
        }));
        List<Line> lines =
                IntStream.range(0, 50).mapToObj(i -> new Line("" + i)).toList();
        List<Parallel.Result<Verdict>> results =
                new Parallel(8, 5).map(Predict.of(Line.class, Verdict.class), lines, Run.on(echo));
        for (int i = 0; i < 50; i++) {
            assertThat(results.get(i).output()).isEqualTo(i == 13 ? Optional.empty() : Optional.of(new Verdict(i)));
        }
        assertThat(results.get(13).failure()).containsInstanceOf(RunException.NoAnswer.class);
    }

    private static Asking markers() {
        return Asking.inOrder(List.of(new MarkerAdapter()));
    }

    private LanguageModel saying(String... replies) {
        Queue<String> left = new ArrayDeque<>(List.of(replies));
        return new HeuristicModel(List.of(request -> {
            requests.add(request);
            return Optional.ofNullable(left.poll());
        }));
    }
}
