package dev.tracemend.agent.tool.coding;

import dev.tracemend.agent.shell.OutputListener;
import dev.tracemend.agent.shell.RunLimits;
import dev.tracemend.agent.shell.ShellException;
import dev.tracemend.agent.shell.ShellResult;
import dev.tracemend.agent.shell.ShellSession;
import dev.tracemend.agent.signature.Desc;
import dev.tracemend.agent.tool.Observation;
import dev.tracemend.agent.tool.RecordTool;
import dev.tracemend.agent.tool.Risk;
import dev.tracemend.agent.tool.Tool;
import dev.tracemend.agent.tool.ToolException;
import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.tests.PrintedResults;
import dev.tracemend.agent.workspace.tests.SurefireReports;
import dev.tracemend.agent.workspace.tests.TestReport;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Running commands in one shell that keeps its state: {@code bash}, {@code shell} beside it, and {@code run_tests}, which
 * reads what the tests said. Where the shell is confined is the session's matter; each answer names it.
 */
public final class ShellTools {
    private static final int SHORTEST = 1;
    private static final int USUAL = 60;
    private static final int LONGEST = 600;
    private static final int TESTS_USUAL = 300;
    private static final int MOST_FAILURES = 20;
    private static final int TAIL = 4_000;

    private final ShellSession shell;
    private final Workspace workspace;

    private ShellTools(ShellSession shell, Workspace workspace) {
        this.shell = shell;
        this.workspace = workspace;
    }

    /** The tools over one session, which the caller closes. */
    public static List<Tool> of(ShellSession shell, Workspace workspace) {
        ShellTools tools = new ShellTools(shell, workspace);
        String described = "Runs a command in a bash that keeps its directory and variables; its input is empty.";
        return List.of(
                RecordTool.of("bash", described, Risk.MUTATING, Bash.class, tools::bash),
                RecordTool.of("shell", described, Risk.MUTATING, Bash.class, tools::bash),
                RecordTool.of(
                        "run_tests",
                        "Runs a test command and tells which tests failed and why.",
                        Risk.MUTATING,
                        RunTests.class,
                        tools::runTests));
    }

    record Bash(
            String command,

            @Desc("seconds, 60 where not given, at most 600")
            Optional<Integer> timeout) {}

    record RunTests(
            @Desc("such as mvn -q test, pytest -q or node --test")
            String command,

            @Desc("seconds, 300 where not given, at most 600")
            Optional<Integer> timeout) {}

    private Observation bash(Bash call) throws ToolException {
        ShellResult result = run(call.command(), call.timeout().orElse(USUAL));
        String text = result.output().stripTrailing() + "\n" + ending(result);
        return result.exitCode() == 0 && !result.timedOut() ? Observation.done(text) : Observation.failed(text);
    }

    private Observation runTests(RunTests call) throws ToolException {
        // File systems keep whole seconds at worst, so a report of this very second counts.
        Instant start = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        ShellResult result = run(call.command(), call.timeout().orElse(TESTS_USUAL));
        Optional<TestReport> report = SurefireReports.since(workspace.root(), start)
                .filter(found -> found.total() > 0)
                .or(() -> PrintedResults.of(result.output()));
        String text = report.map(ShellTools::told).orElse("No known test runner's words were found in the output.")
                + "\n" + tail(result.output()) + "\n" + ending(result);
        boolean green = result.exitCode() == 0
                && !result.timedOut()
                && report.map(found -> found.failed() == 0).orElse(true);
        return green ? Observation.done(text) : Observation.failed(text);
    }

    private static String told(TestReport report) {
        StringBuilder text = new StringBuilder(report.runner() + ": " + report.passed() + " passed, " + report.failed()
                + " failed, " + report.skipped() + " skipped");
        report.failures().stream().limit(MOST_FAILURES).forEach(failed -> text.append("\n- ")
                .append(failed.name())
                .append(failed.message().isEmpty() ? "" : ": " + failed.message()));
        return text.toString();
    }

    private static String tail(String output) {
        String text = output.strip();
        return text.length() <= TAIL ? text : "…" + text.substring(text.length() - TAIL);
    }

    private ShellResult run(String command, int seconds) throws ToolException {
        Duration timeout = Duration.ofSeconds(Math.max(SHORTEST, Math.min(LONGEST, seconds)));
        try {
            return shell.run(command, RunLimits.defaults().within(timeout), OutputListener.NONE);
        } catch (ShellException refused) {
            throw new ToolException(String.valueOf(refused.getMessage()));
        }
    }

    private static String ending(ShellResult result) {
        return "(exit code " + result.exitCode()
                + (result.timedOut() ? ", ended at the time limit" : "")
                + (result.restarted() ? ", a new shell stands in " + result.cwd() + " and its variables are lost" : "")
                + (result.note().isEmpty() ? "" : ", " + result.note())
                + ", sandbox " + result.isolation().sandbox().word() + ")";
    }
}
