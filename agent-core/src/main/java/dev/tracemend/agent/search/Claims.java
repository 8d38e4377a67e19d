package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Baseline;

/**
 * Says what may be claimed of a fix.
 *
 * @param passed how many changes passed
 * @param likely how many of them count: not those that other inputs speak against
 * @param kinds in how many ways these behave on inputs that the tests do not hold
 * @param inputs how many such inputs were compared
 */
record Claims(Baseline baseline, int passed, int likely, int kinds, int inputs) {
    /** Below this share of what passed, by likelihood, the others' meaning may be the one that is meant. */
    private static final double SHARE = 0.9;

    /** A rule that reads the exception and changes the value that flows is right more often than this. */
    private static final double SURE = 0.7;

    /** That changes mean the same shows on so many inputs, not on fewer. */
    private static final int ENOUGH = 10;

    /** What a model proposes was thought out for this one failure. */
    private static final String MODEL = "model";

    /**
     * The claim for one change.
     *
     * @param share of the likelihood of all that passed, that of those which behave like this one
     * @param leaves whether inputs are left that make it fail as before
     */
    Claim of(Judged one, double share, boolean leaves) {
        if (leaves) {
            return Claim.PLAUSIBLE;
        }
        if (baseline.testsFailed().isEmpty()) {
            boolean sure = one.candidate().prior() >= SURE
                    || one.candidate().operator().equals(MODEL);
            return !one.candidate().symptom() && sure ? Claim.VERIFIED : Claim.PLAUSIBLE;
        }
        // An early exit made up of visible variables fits the tests too easily.
        // So do two edits at once, where nothing else that passes means the same.
        boolean pair = one.candidate().operator().contains("+");
        boolean fitted = one.candidate().operator().contains("exit-inserted") || pair && likely < 2;
        boolean base = one.candidate().operator().contains("base-case");
        boolean told = passed <= 1 || inputs >= ENOUGH;
        // A base case may be any of many: others must pass, too, and mean the same.
        boolean agreed = told && (kinds <= 1 ? !base || likely > 1 : !base && share >= SHARE);
        return !fitted && agreed ? Claim.VERIFIED : Claim.PLAUSIBLE;
    }

    /** What speaks for the claim, or against more. */
    String why(Judged one, double share, int alike) {
        if (of(one, share, false) == Claim.VERIFIED) {
            return passed + " changes pass, " + alike + " of them behave like this one on " + inputs + " other inputs";
        } else if (one.candidate().symptom()) {
            return "it only guards the place that failed, and no test says what is right there";
        } else if (baseline.testsFailed().isEmpty()) {
            return "no test says what is right there";
        }
        if (passed > 1 && inputs < ENOUGH) {
            return "what tells the " + passed + " changes that pass apart could not be tried";
        }
        return one.candidate().operator().contains("+") && likely < 2
                ? "two edits fit the tests too easily, and nothing else that passes means the same"
                : "the tests allow " + kinds + " meanings";
    }
}
