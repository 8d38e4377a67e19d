package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.DecisionInfo;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.memory.CauseDraft;
import java.time.Clock;
import java.util.Optional;
import java.util.regex.Pattern;

/** What follows from a person's word. A word is heard once, however often it is read. */
final class Deciding {
    private static final Pattern TYPE = Pattern.compile("[\\w$]{1,100}");

    private final Shipping shipping;
    private final Learning learning;
    private final Clock clock;

    Deciding(Shipping shipping, Learning learning, Clock clock) {
        this.shipping = shipping;
        this.learning = learning;
        this.clock = clock;
    }

    /** What is to be done, or nothing where the word is an old one, or not about what is open. */
    Optional<Turn> decide(MemoryEntry known, ApprovalResponse said, int partition) {
        DecisionInfo decision = new DecisionInfo(said.id(), said.decision(), by(said), said.comment(), said.ts());
        boolean open = known.state() == Lifecycle.PROPOSED
                && known.proposal().result().id().equals(said.id());
        if (known.decisions().contains(decision)) {
            return Optional.empty();
        }
        return switch (said.decision()) {
            case APPROVE -> open ? Optional.of(approve(known, decision, partition)) : Optional.empty();
            case REJECT -> open ? Optional.of(reject(known, decision, partition)) : Optional.empty();
            case STOP -> Optional.of(end(known, decision, partition, Lifecycle.STOPPED, "stop"));
            case RETRY -> Optional.of(end(known, decision, partition, Lifecycle.NEW, "retry"));
        };
    }

    private static String by(ApprovalResponse said) {
        return said.by().isBlank() ? "unnamed" : said.by();
    }

    private Turn approve(MemoryEntry known, DecisionInfo decision, int partition) {
        FixResult result = known.proposal().result();
        learn(known, true);
        CauseDraft draft = CauseDraft.of(known).decided(decision);
        MemoryEntry approved = CauseDraft.of(known)
                .decided(decision)
                .enter(Lifecycle.APPROVED)
                .wakeAt(now())
                .entry(now());
        Answer before = new Answer(result.container())
                .with(partition, approved)
                .with(Wording.patch(result, PatchState.APPROVED, decision.comment(), approved))
                .with(Wording.audit(approved, decision.by(), "approve", reason(decision), result.id()));
        return new Turn.Work(
                known.fingerprint(),
                before,
                () -> shipped(draft, new Shipping.Consent(result, decision.by(), decision.comment()), known, partition),
                broken -> new Answer(result.container()));
    }

    /** A title begins with the exception: {@code NullPointerException in Cart.total: …}. Of another nothing is learnt. */
    private void learn(MemoryEntry known, boolean taken) {
        String exception = known.title().split("[ :]", 2)[0];
        if (TYPE.matcher(exception).matches()) {
            learning.decided(known.proposal().result().patch().operator(), exception, taken);
        }
    }

    private Answer shipped(CauseDraft draft, Shipping.Consent consent, MemoryEntry known, int partition) {
        Answer answer = new Answer(consent.result().container());
        shipping.ship(draft, consent, partition, known.count(), answer);
        return answer;
    }

    private Turn reject(MemoryEntry known, DecisionInfo decision, int partition) {
        FixResult result = known.proposal().result();
        learn(known, false);
        MemoryEntry after = CauseDraft.of(known)
                .decided(decision)
                .enter(Lifecycle.REFUSED)
                .waitsFor(OpenProposal.NONE)
                .wakeAt(0)
                .entry(now());
        return new Turn.Written(new Answer(result.container())
                .with(partition, after)
                .with(Wording.patch(result, PatchState.REJECTED, decision.comment(), after))
                .with(Wording.audit(after, decision.by(), "reject", reason(decision), result.id())));
    }

    private Turn end(MemoryEntry known, DecisionInfo decision, int partition, Lifecycle next, String word) {
        MemoryEntry after = CauseDraft.of(known)
                .decided(decision)
                .enter(next)
                .waitsFor(OpenProposal.NONE)
                .wakeAt(0)
                .entry(now());
        Answer answer = new Answer(known.topic())
                .with(partition, after)
                .with(Wording.audit(after, decision.by(), word, reason(decision), decision.resultId()));
        if (!known.proposal().none()) {
            answer.with(Wording.patch(known.proposal().result(), PatchState.REJECTED, reason(decision), after));
        }
        return new Turn.Written(answer);
    }

    private static String reason(DecisionInfo decision) {
        return decision.comment().isBlank() ? "no reason was given" : decision.comment();
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
