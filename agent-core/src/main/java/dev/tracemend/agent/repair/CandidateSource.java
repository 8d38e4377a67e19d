package dev.tracemend.agent.repair;

import java.util.List;

/** Something that proposes changes for a failure: rules, or a model. */
public interface CandidateSource {

    /** Changes worth judging, best first; empty where it knows none. Never fails on hostile sources or logs. */
    List<Candidate> candidates(Evidence evidence, Project project);
}
