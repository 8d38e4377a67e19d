package dev.tracemend.cli;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One incident of the demo, as printed.
 *
 * @param count errors seen so far
 * @param verdict a {@link dev.tracemend.contracts.Verdict}'s word, or {@code open}
 * @param operator the rule that made the edit, or {@code model}
 * @param symptom whether the edit only guards the place that failed
 * @param diff the edit, empty where there is none
 * @param cause why it failed
 * @param why why the work stopped where it stopped
 * @param seconds from the first error line to the verdict
 * @param contextSeconds from the close of the window to its context
 */
@JsonInclude
record DemoIncident(
        String fingerprint,
        String title,
        long count,
        String verdict,
        String operator,
        boolean symptom,
        String diff,
        String cause,
        String why,
        double seconds,
        double contextSeconds) {}
