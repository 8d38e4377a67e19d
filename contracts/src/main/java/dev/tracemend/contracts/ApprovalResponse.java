package dev.tracemend.contracts;

/**
 * The value of {@code agent.approvals.responses}: what a person, a page or any other client decided. The first one of an
 * id counts; later ones are passed over.
 *
 * @param v version of this form, 1
 * @param id of the {@link ApprovalRequest}, or of the result that stands for a cause that is to be tried again or stopped
 * @param decision what is to be done
 * @param by who decided, as they call themselves
 * @param comment the reason, for people and for the memory of the cause
 * @param ts when, seconds since the epoch
 */
public record ApprovalResponse(int v, String id, Decision decision, String by, String comment, double ts) {

    /** Replaces what is absent by the neutral value; a decision has none, {@link Wire#approvalResponse} demands it. */
    public ApprovalResponse {
        v = v == 0 ? 1 : v;
        id = Absent.text(id);
        decision = Absent.or(decision, Decision.REJECT);
        by = Absent.text(by);
        comment = Absent.text(comment);
        ts = Absent.finite(ts);
    }
}
