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
        if (one.candidate().symptom()) {
            return "it only guards the place that failed";
        } else if (kinds > 1 && alike * 2 <= passed) {
            return "the tests allow " + kinds + " meanings";
        }
        return "verified: " + passed + " changes pass, " + alike + " of them behave like this one on " + inputs
                + " other inputs";
    }
}
