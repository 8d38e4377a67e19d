package dev.tracemend.agent.repair;

/** Knows how failures of one family are mended. */
interface CrashRule {

    boolean fits(Crash crash);

    void propose(Scene scene, Proposals out);
}
