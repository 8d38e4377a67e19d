package dev.tracemend.agent.repair.script;

/** Knows how faults of one family are mended in one language. */
interface ScriptRule {

    boolean fits(ScriptFault fault, Tongue tongue);

    /** Proposes changes at one line of a file; {@code depth} counts the callers between it and the throwing line. */
    void propose(ScriptScene scene, ScriptFile file, int line, int depth);
}
