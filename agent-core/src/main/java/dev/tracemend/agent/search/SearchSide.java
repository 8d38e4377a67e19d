package dev.tracemend.agent.search;

import dev.tracemend.agent.repair.Candidate;
import java.util.List;

/** What is particular to the language of the code that is searched. */
public interface SearchSide {

    /** What the rules and small changes propose, best first. */
    List<Candidate> candidates();

    /** Second edits on top of candidates that turned some failing tests, the most helpful first. */
    List<Candidate> pairs(List<Candidate> partial);

    /** What passed, best first, each with what may be claimed of it. */
    List<RankedFix> rank(List<Judged> passed);
}
