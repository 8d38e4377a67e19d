package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.memory.CauseDraft;
import dev.tracemend.worker.policy.Policy;
import java.time.Clock;

/** What follows from time: a question lapses, a delivery is tried again, a window was quiet, a cause is closed. */
final class Waking {
    private final Policy policy;
    private final Shipping shipping;
    private final Clock clock;

    Waking(Policy policy, Shipping shipping, Clock clock) {
        this.policy = policy;
        this.shipping = shipping;
        this.clock = clock;
    }

    Turn wake(MemoryEntry known, int partition) {
        return switch (known.state()) {
            case PROPOSED -> expire(known, partition);
            case APPROVED -> shipAgain(known, partition);
            case APPLIED -> quiet(known, partition);
            default ->
                new Turn.Written(new Answer(known.topic())
                        .with(partition, CauseDraft.of(known).wakeAt(0).entry(known.ts())));
        };
    }

    private Turn expire(MemoryEntry known, int partition) {
        MemoryEntry after = CauseDraft.of(known)
                .enter(Lifecycle.EXPIRED)
                .waitsFor(OpenProposal.NONE)
                .wakeAt(0)
                .entry(now());
        String why = "nobody decided within " + policy.approvalExpires().toSeconds() + " s";
        return new Turn.Written(new Answer(known.topic())
                .with(partition, after)
                .with(Wording.patch(known.proposal().result(), PatchState.REJECTED, why, after))
                .with(Wording.audit(after, "policy", "expire", why, known.resultId())));
    }

    private Turn shipAgain(MemoryEntry known, int partition) {
        if (known.proposal().none()) {
            return new Turn.Written(new Answer(known.topic())
                    .with(partition, CauseDraft.of(known).wakeAt(0).entry(known.ts())));
        }
        int last = known.decisions().size() - 1;
        String by = last < 0 ? "policy" : known.decisions().get(last).by();
        String comment = last < 0 ? "" : known.decisions().get(last).comment();
        Shipping.Consent consent = new Shipping.Consent(known.proposal().result(), by, comment);
        return new Turn.Work(
                known.fingerprint(),
                new Answer(known.topic()),
                () -> {
                    Answer answer = new Answer(known.topic());
                    shipping.ship(CauseDraft.of(known), consent, partition, known.count(), answer);
                    return answer;
                },
                broken -> new Answer(known.topic()));
    }

    private Turn quiet(MemoryEntry known, int partition) {
        CauseDraft draft = CauseDraft.of(known).quietWindow();
        int windows = known.quietWindows() + 1;
        boolean closed = windows >= policy.closeWindows();
        double next = now() + policy.window().toMillis() / 1_000.0;
        MemoryEntry after = closed
                ? draft.enter(Lifecycle.CLOSED).wakeAt(0).entry(now())
                : draft.wakeAt(next).entry(now());
        String why = windows + " of " + policy.closeWindows() + " windows without an error since the fix";
        String subject = known.resultId() + '/' + windows;
        return new Turn.Written(new Answer(known.topic())
                .with(partition, after)
                .with(Wording.audit(after, "worker", closed ? "close" : "quiet", why, subject)));
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
