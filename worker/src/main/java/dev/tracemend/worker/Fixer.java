package dev.tracemend.worker;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.RetryLaterException;
import java.util.function.Consumer;

/**
 * The work on one cause, however it is done; in practice {@code FixProgram::fix}. Called by as many threads at once as the
 * worker may use.
 */
@FunctionalInterface
public interface Fixer {

    /**
     * Looks into one cause. Writes nothing that outlives a crash in the middle.
     *
     * @param progress takes a line for a person now and then
     * @throws RetryLaterException when it should be tried again after a while; any other exception is final
     */
    FixOutcome fix(FixTask task, Consumer<String> progress);
}
