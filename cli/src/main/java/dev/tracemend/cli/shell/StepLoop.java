package dev.tracemend.cli.shell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.LongNode;
import dev.tracemend.agent.shell.ShellSettings;
import dev.tracemend.agent.workspace.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

/** Reads steps ahead, does them one after the other, answers each with one line, and closes all sessions at the end. */
public final class StepLoop {
    /** A command of a step file that would end by itself is not cut short by the interrupt read right behind it. */
    private static final Duration INTERRUPT_AFTER = Duration.ofMillis(200);

    private final PrintWriter out;
    private final Sessions sessions;
    private final StepActions actions;
    private final Map<String, StepRun> lastRun = new HashMap<>();
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "shell-interrupts");
        thread.setDaemon(true);
        return thread;
    });

    /** A loop over sessions of these settings and the files of their workspace. */
    public StepLoop(ShellSettings settings, Workspace workspace, PrintWriter out) {
        this.out = out;
        this.sessions = new Sessions(settings);
        this.actions = new StepActions(sessions, new StepFiles(workspace), this::say);
    }

    /** Runs until the input ends and every step is answered. */
    public void run(BufferedReader in) throws IOException, InterruptedException {
        ExecutorService worker = Executors.newSingleThreadExecutor(task -> new Thread(task, "shell-steps"));
        try {
            long number = 0;
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                number++;
                if (!line.isBlank()) {
                    accept(line, number, worker);
                }
            }
        } finally {
            worker.shutdown();
            while (!worker.awaitTermination(1, TimeUnit.HOURS)) {
                // each step has a time-out of its own
            }
            close();
        }
    }

    /** Ends everything at once; the steps under way answer as interrupted or closed. */
    public void close() {
        clock.shutdownNow();
        sessions.close();
    }

    private void accept(String line, long number, ExecutorService worker) {
        try {
            ShellStep step = ShellStep.read(line, number);
            StepRun run = planned(step);
            worker.execute(() -> answer(step, run));
        } catch (StepRefusal broken) {
            worker.execute(() -> say(StepAnswer.refused(LongNode.valueOf(number), "", broken)));
        }
    }

    /** The run that a step is, or that its interrupt means; interrupts are passed on at once. */
    private StepRun planned(ShellStep step) {
        StepRun none = new StepRun(clock);
        try {
            switch (step.action()) {
                case "run" -> {
                    lastRun.put(step.session(), none);
                    return none;
                }
                case "interrupt" -> {
                    StepRun meant = lastRun.getOrDefault(step.session(), none);
                    meant.askInterrupt(step.seconds("after", INTERRUPT_AFTER));
                    return meant;
                }
                default -> {
                    return none;
                }
            }
        } catch (StepRefusal told) {
            return none; // told in its turn
        }
    }

    private void answer(ShellStep step, StepRun run) {
        String action = "";
        JsonNode id = step.id();
        try {
            action = step.action();
            say(answerOf(step, action, run));
        } catch (StepRefusal refusal) {
            say(StepAnswer.refused(id, action, refusal));
        } catch (RuntimeException unexpected) {
            say(StepAnswer.refused(id, action, new StepRefusal("failed", "unexpected: " + unexpected)));
        }
    }

    private StepAnswer answerOf(ShellStep step, String action, StepRun run) throws StepRefusal {
        return switch (action) {
            case "run" -> actions.run(step, run);
            case "interrupt" -> interrupted(step, run);
            case "exec" -> actions.exec(step);
            case "create" -> actions.create(step);
            case "close" -> actions.close(step);
            case "read_file" -> actions.readFile(step);
            case "write_file" -> actions.writeFile(step);
            default ->
                throw new StepRefusal(
                        "unknown_action",
                        "no action \"" + action + "\": run, interrupt, exec, read_file, write_file, create or close");
        };
    }

    private StepAnswer interrupted(ShellStep step, StepRun run) throws StepRefusal {
        step.seconds("after", INTERRUPT_AFTER);
        if (!sessions.has(step.session())) {
            throw new StepRefusal("no_such_session", "there is no open session " + step.session());
        }
        return StepAnswer.done(step).with("session", step.session()).with("interrupted", run.interrupted());
    }

    private synchronized void say(StepAnswer answer) {
        out.println(answer.line());
        out.flush();
    }
}
