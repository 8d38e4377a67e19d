package dev.tracemend.status.board;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;

/**
 * What a listing shows of an {@link Incident}; title, service, place and summary are cut to a glance.
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

    /** A row of before there were trends has none. */
    public IncidentRow {
        trend = trend == null ? Trend.NONE : trend;
    }

    /** Texts are cut to what a listing can show; the order of changes has no place for it yet. */
    static IncidentRow of(Incident incident) {
        var result = incident.result();
        return new IncidentRow(
                incident.topic(),
                incident.fingerprint(),
                Bounds.glance(incident.title()),
                Bounds.glance(incident.service()),
                Bounds.glance(incident.where()),
                incident.state(),
                incident.count(),
                incident.contexts(),
                incident.results(),
                incident.firstSeen(),
                incident.lastSeen(),
                result.map(r -> r.verdict().word()).orElse(""),
                result.map(r -> Bounds.glance(r.summary())).orElse(""),
                result.map(FixResult::ts).orElse(0.0),
                result.map(r -> r.durations().getOrDefault("total", 0.0)).orElse(0.0),
                result.map(r -> r.patch().added()).orElse(0),
                result.map(r -> r.patch().removed()).orElse(0),
                incident.trend(),
                0);
    }

    /** The same after another context of the same cause. */
    IncidentRow again(ErrorContext context, double now) {
        return new IncidentRow(
                topic,
                fingerprint,
                title,
                service,
                where,
                state,
                count + Math.max(1, context.count()),
                contexts + 1,
                results,
                Math.min(firstSeen, IncidentFold.firstSeen(context, now)),
                Math.max(lastSeen, IncidentFold.lastSeen(context, now)),
                verdict,
                summary,
                resultAt,
                seconds,
                added,
                removed,
                trend.with(IncidentFold.lastSeen(context, now), Math.max(1, context.count())),
                sequence);
    }

    /** The same at another place in the order of changes; texts that many rows have lie in memory once. */
    IncidentRow at(long place) {
        return new IncidentRow(
                topic.intern(),
                fingerprint,
                title,
                service.intern(),
                where.intern(),
                state,
                count,
                contexts,
                results,
                firstSeen,
                lastSeen,
                verdict.intern(),
                summary,
                resultAt,
                seconds,
                added,
                removed,
                trend,
                place);
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
