package dev.tracemend.worker.lifecycle;

import dev.tracemend.agent.fix.FixOutcome;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.OpenProposal;
import dev.tracemend.contracts.PatchState;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.worker.deliver.Answer;
import dev.tracemend.worker.deliver.ResultTranslation;
import dev.tracemend.worker.intake.Incoming;
import dev.tracemend.worker.memory.CauseDraft;
import dev.tracemend.worker.policy.PathRules;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.PolicyMode;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What follows from work on a cause: a result, and where the cause is then. */
final class Settling {
    private final Policy policy;
    private final PathRules paths;
    private final ResultTranslation results;
    private final Shipping shipping;
    private final CodeState code;
    private final Clock clock;

    Settling(Policy policy, ResultTranslation results, Shipping shipping, CodeState code, Clock clock) {
        this.policy = policy;
        this.paths = new PathRules(policy);
        this.results = results;
        this.shipping = shipping;
        this.code = code;
        this.clock = clock;
    }

    /** The work ended; delivers where the policy lets it, which may take minutes. */
    Answer settled(MemoryEntry known, Incoming in, FixOutcome outcome, double lag) {
        return settled(known, in, allowed(results.answer(in.context(), outcome)), lag);
    }

    /** The work broke, and trying again does not help. */
    Answer broke(MemoryEntry known, Incoming in, Throwable thrown, double lag) {
        return settled(known, in, results.failure(in.context(), thrown), lag);
    }

    private Answer settled(MemoryEntry known, Incoming in, FixResult result, double lag) {
        CauseDraft draft = CauseDraft.of(known)
                .answeredBy(result.id())
                .standsOn(result, in.place())
                .attempted(Wording.attempt(result, policy))
                .waitsFor(OpenProposal.NONE)
                .wakeAt(0);
        Answer answer = new Answer(result.container())
                .with(in.partition(), result)
                .with(Wording.metric(result, policy, known.attempted() + 1, lag));
        String base = result.git().base().isEmpty() ? code.head() : result.git().base();
        draft.code(base, code.blobs(base, files(result)));
        if (result.patch().diff().isEmpty()) {
            withoutPatch(draft, known, in, result, answer);
        } else {
            String risk = paths.risk(result.patch().files());
            boolean byItself = (policy.mode() == PolicyMode.BRANCH || policy.mode() == PolicyMode.APPLY)
                    && result.verdict() == Verdict.VERIFIED
                    && risk.isEmpty();
            if (byItself) {
                Shipping.Consent consent = new Shipping.Consent(result, "policy", "");
                shipping.ship(draft, consent, in.partition(), known.count(), answer);
            } else {
                ask(draft, in, result, risk, answer);
            }
        }
        return answer;
    }

    private void ask(CauseDraft draft, Incoming in, FixResult result, String risk, Answer answer) {
        double expires = now() + policy.approvalExpires().toMillis() / 1_000.0;
        MemoryEntry after = draft.enter(Lifecycle.PROPOSED)
                .waitsFor(new OpenProposal(result, risk, expires))
                .wakeAt(expires)
                .entry(now());
        String why = !risk.isEmpty()
                ? "held for approval, it changes " + risk
                : policy.mode() == PolicyMode.ASK ? "the mode is ask" : "it is not proved, so a person is asked";
        answer.with(in.partition(), after)
                .with(Wording.patch(result, PatchState.PROPOSED, why, after))
                .with(Wording.request(result, after))
                .with(Wording.audit(after, "policy", "propose", why, result.id()));
    }

    private void withoutPatch(CauseDraft draft, MemoryEntry known, Incoming in, FixResult result, Answer answer) {
        Lifecycle next =
                switch (result.verdict()) {
                    case DIAGNOSED -> Lifecycle.DIAGNOSED;
                    case REFUSED -> Lifecycle.REFUSED;
                    default -> known.state() == Lifecycle.REGRESSED ? Lifecycle.REGRESSED : Lifecycle.FAILED;
                };
        MemoryEntry after = draft.enter(next).entry(now());
        String decision = next == Lifecycle.REFUSED ? "refuse" : "work";
        answer.with(in.partition(), after)
                .with(Wording.audit(
                        after, next == Lifecycle.REFUSED ? "policy" : "worker", decision, result.why(), result.id()));
    }

    /** The result as the policy lets it be shown: what must not be changed is not even proposed. */
    private FixResult allowed(FixResult result) {
        List<String> forbidden = paths.forbidden(result.patch().files());
        if (!forbidden.isEmpty()) {
            String why = "the policy never lets these files be changed: " + String.join(", ", forbidden);
            return results.withoutPatch(result, Verdict.REFUSED, why);
        }
        boolean fix = !result.patch().diff().isEmpty();
        return policy.mode() == PolicyMode.OBSERVE && fix
                ? results.withoutPatch(result, Verdict.DIAGNOSED, "the policy of this topic is to observe")
                : result;
    }

    /** The files that a cause concerns: those of the patch, and those that the evidence names. */
    private static Set<String> files(FixResult result) {
        Set<String> files = new TreeSet<>(result.patch().files());
        for (String place : result.rootCause().evidence()) {
            files.add(place.replaceFirst(":\\d+$", ""));
        }
        return files;
    }

    private double now() {
        return clock.millis() / 1_000.0;
    }
}
