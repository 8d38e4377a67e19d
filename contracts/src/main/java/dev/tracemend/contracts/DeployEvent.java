package dev.tracemend.contracts;

/**
 * The value of {@code deploy.events.lightweight}: a step of a deployment and where the deployment stands after it. The
 * latest one is what {@code /deploy} shows.
 *
 * @param v version of this form, 1
 * @param runId the command it belongs to
 * @param event {@code started}, {@code succeeded} or {@code failed}
 * @param phase {@code init}, {@code build}, {@code up} or {@code down}
 * @param status where the deployment stands now
 * @param exitCode what Docker ended with; 0 while it runs
 * @param composeHash SHA-256 of the compose file, in hexadecimal digits
 * @param image what the services run, {@code name@sha256:…}; empty where it is not known yet
 * @param ts when, seconds since the epoch
 */
public record DeployEvent(
        int v,
        String runId,
        String event,
        String phase,
        DeployStatus status,
        int exitCode,
        String composeHash,
        String image,
        double ts) {

    /** Replaces what is absent by the neutral value. */
    public DeployEvent {
        v = v == 0 ? 1 : v;
        runId = Absent.text(runId);
        event = Absent.text(event);
        phase = Absent.text(phase);
        status = Absent.or(status, DeployStatus.PENDING);
        composeHash = Absent.text(composeHash);
        image = Absent.text(image);
        ts = Absent.finite(ts);
    }
}
