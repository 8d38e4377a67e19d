package dev.tracemend.examples;

import dev.tracemend.agent.model.Models;
import dev.tracemend.agent.predict.ChainOfThought;
import dev.tracemend.agent.predict.Predict;
import dev.tracemend.agent.predict.Program;
import dev.tracemend.agent.predict.Run;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.signature.Instructions;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Plans a fix and words it: a program of two calls, whose parts are found by the fields they stand in. */
public final class FixIncident extends Program<FixIncident.Incident, FixIncident.Edit> {
    private final ChainOfThought<Incident, Plan> plan = ChainOfThought.of(Incident.class, Plan.class);
    private final Predict<EditTask, Edit> edit = Predict.of(EditTask.class, Edit.class);

    public enum Risk {
        LOW,
        MEDIUM,
        HIGH
    }

    /** What goes in. */
    public record Incident(
            @Desc("error lines, oldest first") List<String> lines,
            @Desc("the file at fault") String source) {}

    /** What to do. */
    @Instructions("Find the root cause of the incident and plan the smallest safe fix.")
    public record Plan(
            @Desc("one sentence") String rootCause, List<String> steps, Risk risk, Optional<String> testCommand) {}

    public record EditTask(Plan plan, String source) {}

    /** What comes out. */
    @Instructions("Carry out the plan. Change as little as possible.")
    public record Edit(
            String summary,

            @Desc("SEARCH/REPLACE blocks; empty for no change")
            String blocks) {}

    @Override
    protected Edit forward(Incident incident, Run run) {
        Plan made = plan.call(incident, run);
        return made.risk() == Risk.HIGH
                ? new Edit("too risky for an automatic change: " + made.rootCause(), "")
                : edit.call(new EditTask(made, incident.source()), run);
    }

    /** Plans a fix for the error lines in the argument; the source stands on standard input. */
    public static void main(String[] args) throws Exception {
        String source = new String(System.in.readAllBytes(), StandardCharsets.UTF_8);
        System.out.println(
                new FixIncident().call(new Incident(List.of(args), source), Run.on(Models.of(System.getenv()))));
    }
}
