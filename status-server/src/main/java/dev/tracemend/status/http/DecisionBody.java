package dev.tracemend.status.http;

import dev.tracemend.contracts.Decision;
import java.util.Arrays;

/**
 * What a person sends.
 *
 * @param decision {@code approve}, {@code reject}, {@code retry} or {@code stop}
 * @param reason for the worker's memory; needed to reject
 * @param resultId the change that the person saw; needed to approve and to reject
 * @param by who it is, as they call themselves; {@code page} where they do not say
 */
record DecisionBody(String decision, String reason, String resultId, String by) {
    DecisionBody {
        decision = decision == null ? "" : decision;
        reason = reason == null ? "" : reason.strip();
        resultId = resultId == null ? "" : resultId;
        by = by == null || by.isBlank() ? "page" : by.strip();
    }

    /** The decision that the word means. */
    Decision meant() {
        return Arrays.stream(Decision.values())
                .filter(one -> one.word().equals(decision))
                .findFirst()
                .orElseThrow(() -> new BadQuestionException("\"decision\" is approve, reject, retry or stop"));
    }
}
