package dev.tracemend.agent.search;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.judge.LadderStep;
import dev.tracemend.agent.repair.Candidate;
import java.util.Comparator;
import java.util.Optional;

/** A candidate and the judge's word on it. */
public record Judged(Candidate candidate, Judgement judgement) {

    /** Best first: cause before symptom, fewer inputs that behave differently, higher prior, smaller edit. */
    public static final Comparator<Judged> BEST_FIRST = Comparator.comparing(
                    (Judged one) -> one.candidate().symptom())
            .thenComparing(one -> one.judgement().changedInputs())
            .thenComparing(one -> -one.candidate().prior())
            .thenComparing(Judged::size);

    /** For what could not be proved: cause before symptom, higher prior, smaller edit. */
    static final Comparator<Judged> LIKELIEST_FIRST = Comparator.comparing(
                    (Judged one) -> one.candidate().symptom())
            .thenComparing(one -> -one.candidate().prior())
            .thenComparing(Judged::size);

    /** Whether it compiles and breaks nothing that is known, though it could not be proved. */
    public boolean plausible() {
        boolean compiled = judgement.steps().stream().anyMatch(step -> is(step, "compile") && step.passed());
        return compiled && judgement.steps().stream().allMatch(step -> step.passed() || is(step, "reproduce"));
    }

    /** The one error that the compiler has with it; empty where it compiles, or has more than one. */
    Optional<String> error() {
        LadderStep last = judgement.steps().get(judgement.steps().size() - 1);
        boolean one =
                is(last, "compile") && !last.passed() && last.detail().lines().count() == 1;
        return one ? Optional.of(last.detail()) : Optional.empty();
    }

    private static boolean is(LadderStep step, String name) {
        return step.name().equals(name);
    }

    /** Characters that are taken out and put in. */
    int size() {
        int size = 0;
        for (TextEdit edit : candidate.edits()) {
            size += edit.end() - edit.start() + edit.replacement().length();
        }
        return size;
    }
}
