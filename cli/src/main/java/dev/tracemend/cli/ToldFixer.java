package dev.tracemend.cli;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.cli.desk.HarmlessText;
import dev.tracemend.worker.Fixer;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Work on causes of which a person is told, a line when it begins and one when it ends; an attempt takes seconds to minutes.
 *
 * @param work what is done
 * @param told takes the lines, from as many threads as work
 */
record ToldFixer(Fixer work, Consumer<String> told) implements Fixer {
    private static final int LONGEST = 160;

    @Override
    public FixOutcome fix(FixTask task, Consumer<String> progress) {
        tell("working", task, HarmlessText.line(task.title(), LONGEST));
        long start = System.nanoTime();
        try {
            FixOutcome outcome = work.fix(task, progress);
            double seconds = (System.nanoTime() - start) / 1e9;
            tell(
                    FixSummary.status(outcome),
                    task,
                    String.format(
                            Locale.ROOT,
                            "%s (%.1f s)",
                            HarmlessText.line(outcome.report().summary(), LONGEST),
                            seconds));
            return outcome;
        } catch (RuntimeException broken) {
            tell("broken", task, HarmlessText.line(String.valueOf(broken.getMessage()), LONGEST));
            throw broken;
        }
    }

    private void tell(String word, FixTask task, String text) {
        told.accept(String.format(Locale.ROOT, "%-9s  %s  %s", word, HarmlessText.line(task.fingerprint(), 32), text));
    }
}
