package dev.tracemend.worker.lifecycle;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.agent.fix.RetryLaterException;
import dev.tracemend.contracts.ApprovalResponse;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.deliver.Handover;
import dev.tracemend.worker.deliver.ResultTranslation;
import dev.tracemend.worker.intake.Incoming;
import dev.tracemend.worker.intake.TaskTranslation;
import dev.tracemend.worker.memory.CauseDraft;
import dev.tracemend.worker.policy.BudgetLedger;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.StormBreaker;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;

/** What is done about anything that happens to a cause of one topic. Looks nothing up and writes nothing itself. */
public final class CauseDesk {
    private final Means means;
    private final Policy policy;
    private final Clock clock;
    private final ResultTranslation results;
    private final Triage triage;
    private final Settling settling;
    private final Deciding deciding;
    private final Waking waking;

    /**
     * What the work is done with.
     *
     * @param fixer the work on one task
     * @param tries how often work is tried that says {@code RetryLaterException}
     * @param backOff time before the second try; it doubles with each
     * @param learning hears what people decide
     */
    public record Means(
            Function<FixTask, FixOutcome> fixer,
            Handover handover,
            CodeState code,
            int tries,
            Duration backOff,
            Learning learning) {}

    /** A desk of one topic; budget and storm are shared by all desks of the topic in this process. */
    public CauseDesk(Means means, Policy policy, BudgetLedger budget, StormBreaker storm, Clock clock) {
        this.means = means;
        this.policy = policy;
        this.clock = clock;
        this.results = new ResultTranslation(clock);
        Duration again = means.backOff().multipliedBy(60);
        Shipping shipping = new Shipping(policy, means.handover(), means.code(), again, clock);
        this.triage = new Triage(policy, means.code(), budget, storm);
        this.settling = new Settling(policy, results, shipping, means.code(), clock);
        this.deciding = new Deciding(shipping, means.learning(), clock);
        this.waking = new Waking(policy, shipping, clock);
    }

    /** A context of a cause, of which this is known. */
    public Turn context(Optional<MemoryEntry> known, Incoming in) {
        Ruling ruling = triage.rule(known, in, clock.instant());
        if (ruling instanceof Ruling.Answered) {
            return new Turn.Written(new Answer(in.context().topic()));
        }
        CauseDraft draft = known.map(CauseDraft::of).orElseGet(() -> CauseDraft.first(in.context()));
        if (!in.counted()) {
            draft.seen(in.context());
        }
        if (ruling instanceof Ruling.Repeat repeat) {
            return repeat(known.orElseThrow(), in, draft, repeat);
        } else if (ruling instanceof Ruling.Decline decline) {
            return decline(in, draft, decline);
        } else if (ruling instanceof Ruling.Hold hold) {
            return hold(in, draft, hold);
        }
        return attempt(known, in, draft, (Ruling.Attempt) ruling);
    }

    /** A person's word about a cause; nothing where it was heard before or nothing follows from it. */
    public Optional<Turn> decision(MemoryEntry known, ApprovalResponse said, int partition) {
        return deciding.decide(known, said, partition);
    }

    /** Something about a cause is due. */
    public Turn due(MemoryEntry known, int partition) {
        return waking.wake(known, partition);
    }

    private Turn repeat(MemoryEntry known, Incoming in, CauseDraft draft, Ruling.Repeat repeat) {
        FixResult result = results.repeat(in.context(), draft.entry(0), repeat.why());
        boolean entered = repeat.state() != known.state();
        if (entered) {
            draft.enter(repeat.state());
            if (repeat.state() == Lifecycle.REGRESSED) {
                draft.regressed().wakeAt(0);
            }
        }
        draft.answeredBy(result.id()).repeated();
        if (repeat.state() == Lifecycle.APPLIED) {
            draft.noisy().wakeAt(now() + policy.window().toMillis() / 1_000.0);
        }
        MemoryEntry after = draft.entry(now());
        Answer answer =
                new Answer(result.container()).with(in.partition(), result).with(in.partition(), after);
        if (entered || after.repeats() == 1) {
            String decision = entered && repeat.state() == Lifecycle.REGRESSED ? "regress" : "repeat";
            answer.with(Wording.audit(after, "worker", decision, repeat.why(), result.id()));
        }
        return new Turn.Written(answer);
    }

    private Turn decline(Incoming in, CauseDraft draft, Ruling.Decline decline) {
        FixResult result = results.declined(in.context(), decline.why());
        MemoryEntry after = draft.answeredBy(result.id())
                .standsOn(result, in.place())
                .repeated()
                .entry(now());
        return new Turn.Written(new Answer(result.container())
                .with(in.partition(), result)
                .with(in.partition(), after)
                .with(Wording.audit(after, "policy", "wait", decline.why(), result.id())));
    }

    private Turn hold(Incoming in, CauseDraft draft, Ruling.Hold hold) {
        ErrorContext context = in.context();
        Instant safely = hold.until().plus(policy.quiet());
        MemoryEntry after = draft.wakeAt(safely.toEpochMilli() / 1_000.0).entry(now());
        Answer.Later later = new Answer.Later(hold.until(), in.tries(), hold.why(), in.origin());
        return new Turn.Written(new Answer(context.topic())
                .later(in.partition(), context, later)
                .with(in.partition(), after)
                .with(Wording.audit(after, "policy", "hold", hold.why(), ResultTranslation.idOf(context))));
    }

    private Turn attempt(Optional<MemoryEntry> told, Incoming in, CauseDraft draft, Ruling.Attempt attempt) {
        Answer before = new Answer(in.context().topic());
        double begun = now();
        if (attempt.regressed()) {
            draft.regressed().enter(Lifecycle.REGRESSED).wakeAt(0);
            // Without the context's count: a worker that takes over now reads the context again.
            MemoryEntry now = CauseDraft.of(told.orElseThrow())
                    .regressed()
                    .enter(Lifecycle.REGRESSED)
                    .wakeAt(0)
                    .entry(begun);
            before.with(in.partition(), now)
                    .with(Wording.audit(now, "worker", "regress", attempt.why(), ResultTranslation.idOf(in.context())));
        }
        MemoryEntry known = draft.entry(begun);
        return new Turn.Work(
                in.context().fingerprint(),
                before,
                () -> settling.settled(
                        known, in, means.fixer().apply(TaskTranslation.of(in.context())), begun - in.sent()),
                thrown -> broken(known, in, thrown, begun - in.sent()));
    }

    private Answer broken(MemoryEntry known, Incoming in, Throwable thrown, double lag) {
        if (!(thrown instanceof RetryLaterException)) {
            return settling.broke(known, in, thrown, lag);
        }
        int tries = in.tries() + 1;
        String why = String.valueOf(thrown.getMessage());
        if (tries >= means.tries()) {
            return givenUp(known, in, thrown, tries);
        }
        Instant next = clock.instant().plus(means.backOff().multipliedBy(1L << Math.min(10, tries - 1)));
        MemoryEntry after = CauseDraft.of(known).entry(now());
        return new Answer(in.context().topic())
                .later(in.partition(), in.context(), new Answer.Later(next, tries, why, in.origin()))
                .with(in.partition(), after)
                .with(Wording.audit(after, "worker", "later", why, ResultTranslation.idOf(in.context()) + "/" + tries));
    }

    /** What passes did not pass; the next context of the cause tries anew, and a person can play this one again. */
    private Answer givenUp(MemoryEntry known, Incoming in, Throwable thrown, int tries) {
        FixResult result = results.failure(in.context(), thrown);
        MemoryEntry after = CauseDraft.of(known).standsOn(result, in.place()).entry(now());
        String why = "given up after " + tries + " tries: " + thrown.getMessage();
        return new Answer(result.container())
                .with(in.partition(), result)
                .with(in.partition(), after)
                .deadLetter(in.partition(), in.place(), in.context(), why, tries)
                .with(Wording.audit(after, "worker", "give-up", why, result.id()));
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
