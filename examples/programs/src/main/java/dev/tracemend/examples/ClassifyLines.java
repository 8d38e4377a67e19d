package dev.tracemend.examples;

import dev.tracemend.agent.model.LanguageModel;
import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.predict.Parallel;
import dev.tracemend.agent.predict.Parallel.Result;
import dev.tracemend.agent.predict.Predict;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.signature.Instructions;
import java.util.List;

/** Says of each log line whether somebody must look at it: one typed call a line, several at once. */
public final class ClassifyLines {
    private static final int THREADS = 4;

    private ClassifyLines() {}

    /** How urgent a line is. */
    public enum Urgency {
        IGNORE,
        LATER,
        NOW
    }

    /** What goes in. */
    public record Line(@Desc("one line of a service's log") String line) {}

    /** What comes out. */
    @Instructions("Decide whether an operator must look at the line. Counts of zero errors are no errors.")
    public record Verdict(
            Urgency urgency, @Desc("one short sentence") String why) {}

    /** Verdicts in the order of the lines. */
    public static List<Result<Verdict>> classify(List<String> lines, LanguageModel model) throws InterruptedException {
        return new Parallel(THREADS, 0)
                .map(
                        Predict.of(Line.class, Verdict.class),
                        lines.stream().map(Line::new).toList(),
                        Run.on(model));
    }

    /** Classifies the lines on standard input with the model that the environment names. */
    public static void main(String[] args) throws Exception {
        List<String> lines = new String(System.in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                .lines()
                .toList();
        List<Result<Verdict>> results = classify(lines, Models.of(System.getenv()));
        for (int i = 0; i < lines.size(); i++) {
            Result<Verdict> result = results.get(i);
            System.out.println(
                    result.output().map(Verdict::toString).orElse("failed: " + result.failure()) + "  " + lines.get(i));
        }
    }
}
