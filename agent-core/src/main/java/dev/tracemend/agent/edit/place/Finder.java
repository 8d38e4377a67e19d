package dev.tracemend.agent.edit.place;

import java.util.List;

/** One rung of the ladder. */
interface Finder {

    /** Every place that this rung accepts, in the order of the file. */
    List<FoundPlace> find(SoughtFile file, Query query);
}
