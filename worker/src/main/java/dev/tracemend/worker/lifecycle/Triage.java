package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.worker.deliver.ResultTranslation;
import dev.tracemend.worker.intake.Incoming;
import dev.tracemend.worker.lifecycle.Ruling.Answered;
import dev.tracemend.worker.lifecycle.Ruling.Attempt;
import dev.tracemend.worker.lifecycle.Ruling.Decline;
import dev.tracemend.worker.lifecycle.Ruling.Hold;
import dev.tracemend.worker.lifecycle.Ruling.Repeat;
import dev.tracemend.worker.policy.BudgetLedger;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.Spending;
import dev.tracemend.worker.policy.StormBreaker;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Rules what is done about a context: by what is known of its cause, by the code as it is now, and by the policy. */
final class Triage {
    private final Policy policy;
    private final CodeState code;
    private final BudgetLedger budget;
    private final StormBreaker storm;

    Triage(Policy policy, CodeState code, BudgetLedger budget, StormBreaker storm) {
        this.policy = policy;
        this.code = code;
        this.budget = budget;
        this.storm = storm;
    }

    Ruling rule(Optional<MemoryEntry> known, Incoming in, Instant now) {
        if (known.isEmpty()) {
            return fresh(in, now);
        }
        MemoryEntry entry = known.get();
        if (entry.answered().contains(ResultTranslation.idOf(in.context()))) {
            return new Answered("this context was answered already");
        }
        if (in.asked()) {
            return begin(entry, in, now, "asked for by a person");
        }
        return switch (entry.state()) {
            case NEW -> gated(entry, in, now);
            case PROPOSED -> new Repeat(entry.state(), "its proposal " + entry.resultId() + " is open");
            case STOPPED -> new Repeat(entry.state(), "a person stopped the work on it" + saidLast(entry));
            case EXPIRED -> begin(entry, in, now, "nobody decided about its proposal in time");
            case APPLIED, CLOSED -> landed(entry, in, now);
            case REGRESSED -> begin(entry, in, now, "it came back after a fix");
            case APPROVED, REFUSED, DIAGNOSED, FAILED -> unlessChanged(entry, in, now);
        };
    }

    private Ruling fresh(Incoming in, Instant now) {
        storm.newCause(now);
        long count = in.context().count();
        if (!in.asked() && count < policy.minEvents()) {
            return new Decline(few(count));
        }
        String objection = objection(now);
        if (!objection.isEmpty()) {
            return new Decline(objection);
        }
        return in.asked() || policy.quiet().isZero()
                ? new Attempt(false, "not seen before")
                : new Hold(now.plus(policy.quiet()), quietly());
    }

    private Ruling gated(MemoryEntry entry, Incoming in, Instant now) {
        if (in.tries() > 0) {
            return begin(entry, in, now, "try " + (in.tries() + 1));
        }
        long count = entry.count() + (in.counted() ? 0 : in.context().count());
        if (count < policy.minEvents()) {
            return new Decline(few(count));
        }
        return policy.quiet().isZero() ? begin(entry, in, now, "not worked on before") : onceQuiet(entry, in, now);
    }

    private Ruling onceQuiet(MemoryEntry entry, Incoming in, Instant now) {
        if (!in.counted()) {
            return entry.wakeAt() > 0
                    ? new Decline("an earlier context of it waits until it is quiet")
                    : new Hold(now.plus(policy.quiet()), quietly());
        }
        Instant calm = Instant.ofEpochMilli((long) (entry.ts() * 1_000)).plus(policy.quiet());
        return now.isBefore(calm) ? new Hold(calm, quietly()) : begin(entry, in, now, "it was quiet long enough");
    }

    /** After a fix was delivered: is it in the code that failed? Git tells, dates do not. */
    private Ruling landed(MemoryEntry entry, Incoming in, Instant now) {
        String head = code.head();
        String commit = entry.applied().commit();
        if (!code.descends(head, commit) && !holdsTheSame(entry, head)) {
            return new Repeat(Lifecycle.APPLIED, "its fix " + commit + " is not in the code yet, which is at " + head);
        }
        String why = "it came back in " + head + ", which holds its fix " + commit;
        Ruling next = begin(entry, in, now, why);
        return next instanceof Attempt ? new Attempt(true, why) : new Repeat(Lifecycle.REGRESSED, why);
    }

    /** A squashed or picked commit has another name and the same files. */
    private boolean holdsTheSame(MemoryEntry entry, String head) {
        return !entry.blobs().isEmpty()
                && code.blobs(head, entry.blobs().keySet()).equals(entry.blobs());
    }

    private Ruling unlessChanged(MemoryEntry entry, Incoming in, Instant now) {
        String head = code.head();
        boolean same = head.equals(entry.head()) || entry.blobs().isEmpty() || holdsTheSame(entry, head);
        if (same) {
            return new Repeat(entry.state(), stands(entry));
        }
        return begin(entry, in, now, "the code it concerns has changed since " + entry.head());
    }

    private static String stands(MemoryEntry entry) {
        return switch (entry.state()) {
            case REFUSED -> "its patch was refused" + saidLast(entry) + ", and the code there is the same";
            case APPROVED -> "its patch is approved and waits to be delivered";
            case DIAGNOSED -> "its cause is told, and the code there is the same";
            default -> "no fix was found, and the code there is the same";
        };
    }

    private static String saidLast(MemoryEntry entry) {
        int last = entry.decisions().size() - 1;
        return last < 0 || entry.decisions().get(last).comment().isEmpty()
                ? ""
                : " (" + entry.decisions().get(last).comment() + ")";
    }

    /** An attempt, unless a budget says otherwise. */
    private Ruling begin(MemoryEntry entry, Incoming in, Instant now, String why) {
        String objection = objection(now);
        if (objection.isEmpty() && !in.asked()) {
            String spent = policy.incident().spent(spent(entry));
            objection = spent.isEmpty() ? "" : "the budget of this cause is spent: " + spent;
        }
        if (objection.isEmpty()) {
            return new Attempt(false, why);
        }
        return entry.state() == Lifecycle.NEW
                ? new Decline(objection)
                : new Repeat(entry.state(), why + ", but " + objection);
    }

    private String objection(Instant now) {
        String spent = budget.objection(policy, now);
        return spent.isEmpty() ? storm.objection(now) : spent;
    }

    /** What its attempts took since the last fix: one that came back is a new incident. */
    private static Spending spent(MemoryEntry entry) {
        List<AttemptInfo> since = entry.attempts().stream()
                .filter(attempt -> attempt.ts() > entry.applied().ts())
                .toList();
        return since.stream()
                .map(attempt -> new Spending(1, attempt.seconds(), attempt.tokens(), attempt.cost()))
                .reduce(Spending.NONE, Spending::plus);
    }

    private String few(long count) {
        return count + " of " + policy.minEvents() + " errors so far";
    }

    private String quietly() {
        return "it is worked on when it was quiet for " + policy.quiet().toSeconds() + " s";
    }
}
