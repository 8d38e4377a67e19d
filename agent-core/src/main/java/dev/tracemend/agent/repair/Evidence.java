package dev.tracemend.agent.repair;

import dev.tracemend.logs.StackTrace;
import java.util.List;

/**
 * What is known of a failure: its trace, the log lines around it, and the trace's own frames found in the checkout,
 * innermost first (of the root cause, then of the exceptions around it).
 */
public record Evidence(StackTrace trace, List<String> log, List<Site> sites) {

    /** Copies the lists. */
    public Evidence {
        log = List.copyOf(log);
        sites = List.copyOf(sites);
    }
}
