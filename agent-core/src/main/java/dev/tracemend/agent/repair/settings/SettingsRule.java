package dev.tracemend.agent.repair.settings;

import dev.tracemend.agent.repair.Candidate;
import java.util.Optional;

/**
 * Knows how one family of wrong settings is mended. What the log {@code said} are the types and messages of the
 * exceptions, a line or more each, outermost first.
 */
interface SettingsRule {

    /** Whether the failure is of this family; cheap. */
    boolean fits(String said);

    /** The one change that can be meant; empty where none or several can. */
    Optional<Candidate> propose(String said, SettingsFiles files);
}
