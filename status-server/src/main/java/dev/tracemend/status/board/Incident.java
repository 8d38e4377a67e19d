package dev.tracemend.status.board;

import com.fasterxml.jackson.annotation.JsonIgnore;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FixResult;
import java.util.List;
import java.util.Optional;

/**
 * One cause on one topic: all that was seen of it, and the result that stands for it. Times are seconds since the
 * epoch.
 *
 * @param topic the short name, {@code app}
 * @param fingerprint the cause, unique within the topic
 * @param exceptions outermost first, the root cause last
 * @param log the lines around the first error that was seen
 * @param truncated whether {@code log} was cut, here or before
 * @param count errors over all contexts
 * @param contexts how many contexts were folded
 * @param results how many results were folded, repeats included
 * @param where the frame of the service's own code that failed, {@code Cart.java:42}; empty where unknown
 * @param standing the result that stands: none, or one
 * @param changedAt when something was folded last
 * @param life where it is on its way, {@link CauseLife#NONE} until a worker told it
 * @param trend the errors of {@code count} over time, as far as contexts told them
 */
public record Incident(
        String topic,
        String fingerprint,
        String title,
        String service,
        String language,
        List<ExceptionInfo> exceptions,
        List<String> log,
        boolean truncated,
        long count,
        int contexts,
        int results,
        double firstSeen,
        double lastSeen,
        IncidentState state,
        String where,
        List<FixResult> standing,
        double changedAt,
        CauseLife life,
        Trend trend) {

    /** Copies the lists. */
    public Incident {
        exceptions = List.copyOf(exceptions);
        log = List.copyOf(log);
        standing = List.copyOf(standing);
        life = life == null ? CauseLife.NONE : life;
        trend = trend == null ? Trend.NONE : trend;
    }

    /** Nothing was seen of it yet. */
    static Incident unseen(String topic, String fingerprint) {
        return new Incident(
                topic,
                fingerprint,
                "",
                "",
                "",
                List.of(),
                List.of(),
                false,
                0,
                0,
                0,
                0,
                0,
                IncidentState.NEW,
                "",
                List.of(),
                0,
                CauseLife.NONE,
                Trend.NONE);
    }

    /** The result that stands, if there is one. */
    @JsonIgnore
    public Optional<FixResult> result() {
        return standing.stream().findFirst();
    }

    /** The same with the numbers of its row, which may be newer. */
    Incident with(BoardRow row) {
        IncidentRow shown = row.shown();
        return copy(
                new Numbers(
                        shown.count(),
                        shown.contexts(),
                        shown.firstSeen(),
                        shown.lastSeen(),
                        row.changedAt(),
                        shown.trend()),
                state);
    }

    /** The same in another state. */
    public Incident in(IncidentState other) {
        return copy(new Numbers(count, contexts, firstSeen, lastSeen, changedAt, trend), other);
    }

    /** What changes without anything else of an incident. */
    private record Numbers(
            long count, int contexts, double firstSeen, double lastSeen, double changedAt, Trend trend) {}

    private Incident copy(Numbers numbers, IncidentState other) {
        return new Incident(
                topic,
                fingerprint,
                title,
                service,
                language,
                exceptions,
                log,
                truncated,
                numbers.count(),
                numbers.contexts(),
                results,
                numbers.firstSeen(),
                numbers.lastSeen(),
                other,
                where,
                standing,
                numbers.changedAt(),
                life,
                numbers.trend());
    }
}
