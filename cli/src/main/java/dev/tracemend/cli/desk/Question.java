package dev.tracemend.cli.desk;

import dev.tracemend.contracts.ApprovalRequest;
import dev.tracemend.contracts.ApprovalResponse;
import java.util.Optional;

/**
 * Something that waits, or waited, for a person.
 *
 * @param answer the first decision about it
 */
public record Question(ApprovalRequest request, Optional<ApprovalResponse> answer) {

    /** {@code open}, {@code expired}, or what was decided. */
    public String state(double now) {
        boolean late = request.expiresAt() > 0 && request.expiresAt() < now;
        return answer.map(one -> one.decision().word()).orElse(late ? "expired" : "open");
    }
}
