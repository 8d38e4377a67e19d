package dev.tracemend.cli;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * Folds contexts and results of one topic into incidents while they arrive, with the time each took as an onlooker sees
 * it. Not thread-safe.
 */
final class IncidentLedger {
    private final String topic;
    private final double quietSeconds;
    private final BiConsumer<String, String> news;
    private final Map<String, DemoIncident> incidents = new LinkedHashMap<>();
    private final Map<String, Double> firstSeen = new LinkedHashMap<>();
    private final Set<String> counted = new HashSet<>();

    /** {@code news} is told of each context and verdict: a word and a sentence. */
    IncidentLedger(String topic, double quietSeconds, BiConsumer<String, String> news) {
        this.topic = topic;
        this.quietSeconds = quietSeconds;
        this.news = news;
    }

    void take(ConsumerRecord<String, byte[]> record) {
        try {
            if (record.topic().equals(Topics.ctx(topic))) {
                context(Wire.errorContext(record.value()));
            } else {
                result(Wire.fixResult(record.value()));
            }
        } catch (MalformedRecordException e) {
            news.accept(
                    "skipped",
                    record.topic() + " partition " + record.partition() + " offset " + record.offset() + ": "
                            + e.getMessage());
        }
    }

    /** All incidents in the order of their first context. */
    List<DemoIncident> incidents() {
        return new ArrayList<>(incidents.values());
    }

    long with(String verdict) {
        return incidents.values().stream()
                .filter(i -> i.verdict().equals(verdict))
                .count();
    }

    boolean allDecided() {
        return incidents.values().stream().noneMatch(i -> i.verdict().equals("open"));
    }

    private void context(ErrorContext context) {
        if (!counted.add(context.id())) {
            return;
        }
        double late = Math.max(0, now() - context.lastSeen() - quietSeconds);
        DemoIncident known = known(context.fingerprint(), context.title());
        firstSeen.putIfAbsent(context.fingerprint(), context.firstSeen());
        boolean first = known.count() == 0;
        incidents.put(
                context.fingerprint(),
                new DemoIncident(
                        known.fingerprint(),
                        context.title(),
                        known.count() + context.count(),
                        known.verdict(),
                        known.operator(),
                        known.symptom(),
                        known.diff(),
                        known.cause(),
                        known.why(),
                        known.seconds(),
                        first ? rounded(late) : known.contextSeconds()));
        news.accept(
                "context",
                context.count() + "× " + context.title()
                        + String.format(java.util.Locale.ROOT, " (%.1f s after its window closed)", late));
    }

    private void result(FixResult result) {
        if (!result.repeatOf().isEmpty()) {
            return;
        }
        DemoIncident known = known(result.fingerprint(), result.title());
        double seconds = now() - firstSeen.getOrDefault(result.fingerprint(), now());
        incidents.put(
                result.fingerprint(),
                new DemoIncident(
                        known.fingerprint(),
                        known.title(),
                        known.count(),
                        result.verdict().word(),
                        result.patch().operator(),
                        result.patch().symptom(),
                        result.patch().diff(),
                        result.rootCause().text(),
                        result.why(),
                        rounded(seconds),
                        known.contextSeconds()));
        news.accept(
                result.verdict().word(),
                result.summary() + String.format(java.util.Locale.ROOT, " (%.1f s after the line)", seconds));
    }

    private DemoIncident known(String fingerprint, String title) {
        return incidents.getOrDefault(
                fingerprint, new DemoIncident(fingerprint, title, 0, "open", "", false, "", "", "", 0, 0));
    }

    private static double rounded(double seconds) {
        return Math.round(seconds * 100) / 100.0;
    }

    private static double now() {
        return System.currentTimeMillis() / 1000.0;
    }
}
