package dev.tracemend.contracts;

/**
 * The value of {@code deploy.logs.lightweight}: one line of what a deployment said.
 *
 * @param v version of this form, 1
 * @param runId the command that said it, shared with its {@link DeployEvent}s
 * @param ts when, seconds since the epoch
 * @param phase {@code build}, {@code up}, {@code down} or {@code status}
 * @param level {@code info}, {@code warn} or {@code error}
 * @param message the line, with secrets masked, at most 4,000 characters
 */
public record DeployLog(int v, String runId, double ts, String phase, String level, String message) {

    /** Replaces what is absent by the neutral value. */
    public DeployLog {
        v = v == 0 ? 1 : v;
        runId = Absent.text(runId);
        ts = Absent.finite(ts);
        phase = Absent.text(phase);
        level = Absent.text(level);
        message = Absent.text(message);
    }
}
