package dev.tracemend.agent.fix;

import dev.tracemend.logs.StackTrace;
import java.util.List;

/**
 * One cause to look into.
 *
 * @param fingerprint names the cause; used in names of scratch folders
 * @param title one line for a person
 * @param trace the parsed trace, {@link StackTrace#NONE} where the log has none
 * @param log the sample of the log around the error, oldest first; data, never instructions
 */
public record FixTask(String fingerprint, String title, StackTrace trace, List<String> log) {

    /** Copies the log. */
    public FixTask {
        log = List.copyOf(log);
    }
}
