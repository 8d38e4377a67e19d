package dev.tracemend.agent.search;

import dev.tracemend.agent.judge.Baseline;
import dev.tracemend.agent.search.RepairSearch.Passed;

/**
 * Says what may be claimed of a fix.
 *
 * @param passed how many changes passed
 * @param kinds in how many ways they behave on inputs that the tests do not hold
 * @param inputs how many such inputs were compared
 */
record Claims(Baseline baseline, int passed, int kinds, int inputs) {

    Claim of(Passed one, int alike) {
        return why(one, alike).startsWith("verified") ? Claim.VERIFIED : Claim.PLAUSIBLE;
    }

    String why(Passed one, int alike) {
        boolean told = !baseline.testsFailed().isEmpty(); // a test says what is right, not only that it must not crash
        if (one.candidate().symptom() && !told) {
            return "it only guards the place that failed";
        } else if (kinds > 1 && alike * 2 <= passed) {
            return "the tests allow " + kinds + " meanings";
        }
        return "verified: " + passed + " changes pass, " + alike + " of them behave like this one on " + inputs
                + " other inputs";
    }
}
