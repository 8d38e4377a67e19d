package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Judgement;
import dev.tracemend.agent.repair.Candidate;

/**
 * A change that passed the judge, in its place among the others.
 *
 * @param alike how many of the changes that passed behave as this one does, itself included
 * @param why what speaks for the claim, or against more
 */
public record RankedFix(Judged judged, Claim claim, int alike, String why) {

    /** The change itself. */
    public Candidate candidate() {
        return judged.candidate();
    }

    /** The judge's word on it. */
    public Judgement judgement() {
        return judged.judgement();
    }
}
