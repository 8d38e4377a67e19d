package dev.tracemend.tailer.metrics;

/**
 * What {@code /health} answers.
 *
 * @param status {@code UP}, or {@code DEGRADED} when a person must look
 * @param checkpoint {@code ok}, or why the positions cannot be saved
 * @param brokerSilentSeconds since when the broker takes nothing; 0 while it does
 * @param secondsSinceAcknowledged since the broker took something
 * @param advice what to do; empty while all is well
 */
public record TailerHealth(
        String status, String checkpoint, double brokerSilentSeconds, double secondsSinceAcknowledged, String advice) {

    static TailerHealth of(TailerFigures f) {
        String problem = f.checkpointProblem();
        String advice = "";
        if (!problem.isEmpty()) {
            advice = "make room, or the state folder writable; lines are shipped on";
        }
        if (f.brokerSilentSeconds() > 0) {
            advice = (advice.isEmpty() ? "" : advice + "; ") + "look at the broker; lines wait in their files";
        }
        return new TailerHealth(
                f.isHealthy() ? "UP" : "DEGRADED",
                problem.isEmpty() ? "ok" : problem,
                f.brokerSilentSeconds(),
                f.secondsSinceAcknowledged(),
                advice);
    }
}
