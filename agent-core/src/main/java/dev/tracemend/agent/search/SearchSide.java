package dev.tracemend.agent.search;

import dev.tracemend.agent.repair.Candidate;
import java.util.List;

/** What is particular to the language of the code that is searched. */
public interface SearchSide {

    /** What the rules and small changes propose, best first. */
    List<Candidate> candidates();

    /** Two edits in one, out of candidates that turned some failing tests, the most helpful first. */
    List<Candidate> pairs(List<Judged> partial);

    /** Two edits in one, out of candidates that the compiler refuses for one reason, the likeliest first. */
    List<Candidate> compiling(List<Judged> broken);

    /** What passed, best first, each with what may be claimed of it. */
    List<RankedFix> rank(List<Judged> passed);
}
