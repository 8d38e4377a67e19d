package dev.tracemend.status.http;

import dev.tracemend.contracts.Decision;
import org.jspecify.annotations.Nullable;

/**
 * What a person sends.
 *
 * @param decision absent in a body that is none
 * @param reason for the worker's memory; needed to reject
 * @param resultId the change that the person saw; needed to approve and to reject
 * @param by who it is, as they call themselves; {@code page} where they do not say
 */
record DecisionBody(@Nullable Decision decision, String reason, String resultId, String by) {
    DecisionBody {
        reason = reason == null ? "" : reason.strip();
        resultId = resultId == null ? "" : resultId;
        by = by == null || by.isBlank() ? "page" : by.strip();
    }
}
