package dev.tracemend.status.board;

import java.util.Map;

/**
 * What the incidents of one topic come to.
 *
 * @param topic the short name
 * @param latest the incident that was answered last, or else heard of last
 * @param count errors over all incidents
 * @param incidents how many there are
 * @param states how many of them are in each state, as it is stored
 */
public record TopicSummary(
        String topic, IncidentRow latest, long count, int incidents, Map<IncidentState, Integer> states) {
    /** Copies the map. */
    public TopicSummary {
        states = Map.copyOf(states);
    }
}
