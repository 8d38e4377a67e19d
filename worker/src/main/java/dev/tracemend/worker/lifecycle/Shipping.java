package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.AppliedFix;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.deliver.Delivered;
import dev.tracemend.worker.deliver.Handover;
import dev.tracemend.worker.deliver.Proposal;
import dev.tracemend.worker.memory.CauseDraft;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.PolicyMode;
import java.time.Clock;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands a patch that somebody said yes to over, and says what came of it. */
final class Shipping {
    private static final Logger LOG = LoggerFactory.getLogger(Shipping.class);

    private final Policy policy;
    private final Handover handover;
    private final CodeState code;
    private final Duration again;
    private final Clock clock;

    /** @param again after which a delivery that was not possible is tried once more */
    Shipping(Policy policy, Handover handover, CodeState code, Duration again, Clock clock) {
        this.policy = policy;
        this.handover = handover;
        this.code = code;
        this.again = again;
        this.clock = clock;
    }

    /** Who said yes to which patch, and with which words. */
    record Consent(FixResult result, String by, String comment) {}

    /** Delivers, which may take minutes, and adds to the answer what is true then. */
    void ship(CauseDraft draft, Consent consent, int partition, long count, Answer answer) {
        FixResult result = consent.result();
        Delivered delivered = deliver(new Proposal(
                result,
                policy.mode() == PolicyMode.APPLY ? Proposal.Reach.CHECKOUT : Proposal.Reach.BRANCH,
                count,
                consent.by(),
                consent.comment()));
        PatchState state = state(draft, consent, delivered);
        String message = message(delivered);
        MemoryEntry after = draft.entry(now());
        answer.with(partition, after)
                .with(Wording.patch(result, state, message, after))
                .with(Wording.audit(after, consent.by(), "deliver", message, result.id()));
    }

    private Delivered deliver(Proposal proposal) {
        try {
            return handover.deliver(proposal);
        } catch (RuntimeException e) {
            LOG.warn("the delivery of {} broke", proposal.result().id(), e);
            return new Delivered.NotYet("the delivery broke: " + e.getMessage());
        }
    }

    private PatchState state(CauseDraft draft, Consent consent, Delivered delivered) {
        if (delivered instanceof Delivered.OnBranch it) {
            return applied(draft, new AppliedFix(consent.result().id(), it.branch(), it.commit(), "", now()), consent);
        } else if (delivered instanceof Delivered.AsPullRequest it) {
            return applied(
                    draft,
                    new AppliedFix(consent.result().id(), it.branch(), it.commit(), it.address(), now()),
                    consent);
        } else if (delivered instanceof Delivered.Impossible) {
            draft.enter(Lifecycle.REFUSED).waitsFor(OpenProposal.NONE).wakeAt(0);
            return PatchState.REJECTED;
        }
        boolean later = delivered instanceof Delivered.NotYet;
        draft.enter(Lifecycle.APPROVED)
                .waitsFor(later ? new OpenProposal(consent.result(), "", 0) : OpenProposal.NONE)
                .wakeAt(later ? now() + again.toMillis() / 1_000.0 : 0);
        return PatchState.APPROVED;
    }

    private PatchState applied(CauseDraft draft, AppliedFix fix, Consent consent) {
        draft.enter(Lifecycle.APPLIED)
                .applied(fix)
                .waitsFor(OpenProposal.NONE)
                .code(
                        fix.commit(),
                        code.blobs(fix.commit(), consent.result().patch().files()))
                .wakeAt(now() + policy.window().toMillis() / 1_000.0);
        return PatchState.APPLIED;
    }

    private static String message(Delivered delivered) {
        if (delivered instanceof Delivered.OnBranch it) {
            return "committed on " + it.branch() + " as " + it.commit();
        } else if (delivered instanceof Delivered.AsPullRequest it) {
            return "committed on " + it.branch() + " as " + it.commit() + ", " + it.address();
        } else if (delivered instanceof Delivered.NotYet it) {
            return "not delivered yet: " + it.reason();
        } else if (delivered instanceof Delivered.Impossible it) {
            return "cannot be delivered: " + it.reason();
        }
        return ((Delivered.Nowhere) delivered).reason();
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
