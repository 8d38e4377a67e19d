package dev.tracemend.bench.agent;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.adapter.Adapter;
import dev.tracemend.agent.adapter.Demo;
import dev.tracemend.agent.adapter.JsonAdapter;
import dev.tracemend.agent.adapter.MarkerAdapter;
import dev.tracemend.agent.adapter.ParseFailure;
import dev.tracemend.agent.adapter.Prompt;
import dev.tracemend.agent.adapter.XmlAdapter;
import dev.tracemend.agent.model.Abilities;
import dev.tracemend.agent.model.CallCodec;
import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Message;
import dev.tracemend.agent.model.ModelReply;
import dev.tracemend.agent.model.ModelRequest;
import dev.tracemend.agent.model.ReplayModel;
import dev.tracemend.agent.model.Sampling;
import dev.tracemend.agent.predict.Predict;
import dev.tracemend.agent.predict.ProgramState;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.signature.Signature;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Formatting and parsing a signature of five fields with eight demos, and a whole call over a recording. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PromptBenchmark {
    private static final Signature<Map<String, Object>, Map<String, Object>> SIGNATURE =
            Signature.parse("line: str, seen: list[str] -> reason: str, level: Literal['low', 'high'], count: int");
    private static final Map<String, Object> INPUT = Map.of(
            "line", "java.lang.NullPointerException: Cannot invoke \"Order.total()\"", "seen", List.of("a", "b"));
    private static final Map<String, Object> OUTPUT =
            Map.of("reason", "the order is null", "level", "high", "count", 3);

    /** Which layout. */
    @Param({"marker", "json", "xml"})
    public String layout = "marker";

    private Adapter adapter = new MarkerAdapter();
    private Prompt prompt = prompt();
    private ModelReply reply = new ModelReply("", 0, 0);
    private Predict<Map<String, Object>, Map<String, Object>> predict = Predict.of(SIGNATURE);
    private Run run = Run.on(new ReplayModel(List.of(), Abilities.TEXT_ONLY));

    /** Takes the reply from the adapter's own demo, and records one call. */
    @Setup
    public void prepare() {
        adapter = switch (layout) {
            case "json" -> JsonAdapter.object();
            case "xml" -> new XmlAdapter();
            default -> new MarkerAdapter();
        };
        ModelRequest request = adapter.format(prompt);
        reply = request.messages().stream()
                .filter(Message.Answer.class::isInstance)
                .map(answer -> new ModelReply(answer.text(), 100, 20))
                .findFirst()
                .orElseThrow();
        ProgramState state = predict.initialState().with("self", self -> self.withDemos(prompt.demos()));
        ModelRequest recorded = new MarkerAdapter().format(prompt);
        ModelReply words = new ModelReply(recorded.messages().get(2).text(), 100, 20);
        LanguageModel replay = new ReplayModel(List.of(CallCodec.line("replay", recorded, words)), Abilities.TEXT_ONLY);
        run = Run.on(replay).with(state);
    }

    private static Prompt prompt() {
        ObjectNode demo = SIGNATURE.write(INPUT);
        demo.setAll(SIGNATURE.writeOutput(OUTPUT));
        List<Demo> demos = IntStream.range(0, 8).mapToObj(i -> Demo.of(demo)).toList();
        return new Prompt(SIGNATURE.layout(), demos, SIGNATURE.write(INPUT), Sampling.usual());
    }

    /** The request. */
    @Benchmark
    public ModelRequest format() {
        return adapter.format(prompt);
    }

    /** The reply. */
    @Benchmark
    public ObjectNode parse() throws ParseFailure {
        return adapter.parse(SIGNATURE.layout(), reply);
    }

    /** All of a call, in the marker layout, with the recording in place of the model. */
    @Benchmark
    public Map<String, Object> predict() {
        return predict.call(INPUT, run);
    }
}
