package dev.tracemend.status.board;

import dev.tracemend.contracts.FixResult;

/**
 * What a listing shows of an {@link Incident}.
 *
 * @param verdict the standing result's verdict, empty without one
 * @param summary the standing result's line for a person, empty without one
 * @param resultAt when the standing result was made, 0 without one
 * @param seconds what the work took, 0 where unknown
 * @param added lines that the fix adds
 * @param removed lines that the fix removes
 * @param trend errors over time
 * @param sequence position of the last change in the board's order; holds until the board is loaded anew
 */
public record IncidentRow(
        String topic,
        String fingerprint,
        String title,
        String service,
        String where,
        IncidentState state,
        long count,
        int contexts,
        int results,
        double firstSeen,
        double lastSeen,
        String verdict,
        String summary,
        double resultAt,
        double seconds,
        int added,
        int removed,
        Trend trend,
        long sequence) {

    static IncidentRow of(Incident incident, long sequence) {
        var result = incident.result();
        return new IncidentRow(
                incident.topic(),
                incident.fingerprint(),
                incident.title(),
                incident.service(),
                incident.where(),
                incident.state(),
                incident.count(),
                incident.contexts(),
                incident.results(),
                incident.firstSeen(),
                incident.lastSeen(),
                result.map(r -> r.verdict().word()).orElse(""),
                result.map(FixResult::summary).orElse(""),
                result.map(FixResult::ts).orElse(0.0),
                result.map(r -> r.durations().getOrDefault("total", 0.0)).orElse(0.0),
                result.map(r -> r.patch().added()).orElse(0),
                result.map(r -> r.patch().removed()).orElse(0),
                incident.trend(),
                sequence);
    }

    String key() {
        return IncidentForm.key(topic, fingerprint);
    }

    /** The same in another state. */
    public IncidentRow in(IncidentState other) {
        return new IncidentRow(
                topic,
                fingerprint,
                title,
                service,
                where,
                other,
                count,
                contexts,
                results,
                firstSeen,
                lastSeen,
                verdict,
                summary,
                resultAt,
                seconds,
                added,
                removed,
                trend,
                sequence);
    }
}
