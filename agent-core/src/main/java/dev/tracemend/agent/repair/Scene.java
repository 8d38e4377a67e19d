package dev.tracemend.agent.repair;

import java.util.List;

/**
 * All a rule sees.
 *
 * @param spots the throwing line first, then the lines that called it
 */
record Scene(Crash crash, SourceSet sources, List<Spot> spots) {

    /** Copies the list. */
    Scene {
        spots = List.copyOf(spots);
    }

    Spot site() {
        return spots.get(0);
    }

    List<Spot> callers() {
        return spots.subList(1, spots.size());
    }
}
