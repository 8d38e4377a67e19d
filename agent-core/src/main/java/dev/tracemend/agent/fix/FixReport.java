package dev.tracemend.agent.fix;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * What was found out, whatever the outcome.
 *
 * @param summary one line for a person
 * @param keyPoints what was seen
 * @param plan what is done, or what a person should do
 * @param cause why it failed, one or two sentences
 * @param confidence of the cause, 0 to 1
 * @param evidence {@code path:line} references into the checkout
 * @param commands what a person could run
 * @param why why the work stopped where it stopped
 * @param base full hash of the commit that was looked at
 * @param branch the checkout's branch, empty when detached
 * @param model what a model did, {@link ModelUsage#NONE} where none was asked
 * @param tries candidates that were judged
 * @param durations wall time by stage
 * @param alternatives other changes that were proved, best first; at most three
 */
public record FixReport(
        String summary,
        List<String> keyPoints,
        List<String> plan,
        String cause,
        double confidence,
        List<String> evidence,
        List<String> commands,
        String why,
        String base,
        String branch,
        ModelUsage model,
        int tries,
        Map<String, Duration> durations,
        List<Change> alternatives) {

    /** Copies the collections. */
    public FixReport {
        keyPoints = List.copyOf(keyPoints);
        plan = List.copyOf(plan);
        evidence = List.copyOf(evidence);
        commands = List.copyOf(commands);
        durations = Map.copyOf(durations);
        alternatives = List.copyOf(alternatives);
    }

    /** A report without alternatives. */
    public FixReport(
            String summary,
            List<String> keyPoints,
            List<String> plan,
            String cause,
            double confidence,
            List<String> evidence,
            List<String> commands,
            String why,
            String base,
            String branch,
            ModelUsage model,
            int tries,
            Map<String, Duration> durations) {
        this(
                summary,
                keyPoints,
                plan,
                cause,
                confidence,
                evidence,
                commands,
                why,
                base,
                branch,
                model,
                tries,
                durations,
                List.of());
    }
}
