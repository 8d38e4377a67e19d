package dev.tracemend.status.board;

/**
 * What the incidents of one topic come to.
 *
 * @param topic the short name
 * @param latest the incident that was answered last, or else heard of last
 * @param count errors over all incidents
 * @param incidents how many there are
 */
public record TopicSummary(String topic, IncidentRow latest, long count, int incidents) {}
