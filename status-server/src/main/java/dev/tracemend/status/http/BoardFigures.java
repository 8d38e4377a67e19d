package dev.tracemend.status.http;

import dev.tracemend.status.board.Board;
import dev.tracemend.status.board.BoardHealth;
import dev.tracemend.status.board.IncidentState;
import dev.tracemend.status.board.TopicSummary;
import dev.tracemend.status.probe.BrokerProbe;
import dev.tracemend.status.probe.Flow;
import dev.tracemend.status.probe.Pipeline;
import dev.tracemend.status.probe.TopicFlow;
import io.prometheus.metrics.model.registry.MultiCollector;
import io.prometheus.metrics.model.snapshots.CounterSnapshot;
import io.prometheus.metrics.model.snapshots.CounterSnapshot.CounterDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot;
import io.prometheus.metrics.model.snapshots.GaugeSnapshot.GaugeDataPointSnapshot;
import io.prometheus.metrics.model.snapshots.Labels;
import io.prometheus.metrics.model.snapshots.MetricSnapshots;
import jakarta.inject.Singleton;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.ToDoubleFunction;

/** What board and probe know, as figures: read when they are asked for. A fingerprint is never a label. */
@Singleton
final class BoardFigures implements MultiCollector {
    private final Board board;
    private final BrokerProbe probe;
    private final Listing listing;

    BoardFigures(Board board, BrokerProbe probe, Listing listing) {
        this.board = board;
        this.probe = probe;
        this.listing = listing;
    }

    @Override
    public MetricSnapshots collect() {
        Pipeline seen = probe.last();
        MetricSnapshots.Builder all = MetricSnapshots.builder();
        incidents(all, seen);
        boolean runs = board.health().state() == BoardHealth.State.RUNNING;
        all.metricSnapshot(
                single("tracemend_board_ready", "1 while the board follows the topics, else 0.", runs ? 1 : 0));
        all.metricSnapshot(CounterSnapshot.builder()
                .name("tracemend_board_malformed_records")
                .help("Records that could not be read since the start.")
                .dataPoint(CounterDataPointSnapshot.builder()
                        .value(board.index().malformedRecords())
                        .build())
                .build());
        all.metricSnapshot(
                single("tracemend_broker_reachable", "1 while the broker answers, else 0.", seen.reachable() ? 1 : 0));
        all.metricSnapshot(byTopic(seen, "tracemend_worker_members", "Workers of the topic.", TopicFlow::workers));
        all.metricSnapshot(byTopic(
                seen, "tracemend_worker_lag_records", "Contexts that no worker has answered yet.", TopicFlow::waiting));
        windows(all, seen);
        all.metricSnapshot(byStage(seen, "tracemend_topic_records", "Records that lie in the topic.", Flow::records));
        all.metricSnapshot(byStage(
                seen, "tracemend_topic_newest_timestamp_seconds", "When the newest record was written.", Flow::newest));
        return all.build();
    }

    private void incidents(MetricSnapshots.Builder all, Pipeline seen) {
        Map<Labels, Integer> states = new TreeMap<>();
        Map<Labels, Long> errors = new TreeMap<>();
        for (TopicSummary topic : board.index().topics()) {
            topic.states().forEach((stored, incidents) -> {
                IncidentState state = listing.state(stored, topic.topic(), seen);
                String word = state.name().toLowerCase(Locale.ROOT);
                states.merge(Labels.of("topic", topic.topic(), "state", word), incidents, Integer::sum);
            });
            errors.put(Labels.of("topic", topic.topic()), topic.count());
        }
        all.metricSnapshot(gauge("tracemend_board_incidents", "Incidents on the board.", states));
        all.metricSnapshot(gauge("tracemend_board_errors", "Errors of all incidents on the board.", errors));
    }

    private static void windows(MetricSnapshots.Builder all, Pipeline seen) {
        all.metricSnapshot(byTopic(
                seen,
                "tracemend_windows_lag_records",
                "Raw lines that the windows have not worked on yet.",
                TopicFlow::unread));
        all.metricSnapshot(byTopic(
                seen,
                "tracemend_windows_records_per_second",
                "Raw lines that the windows worked on, over half a minute.",
                topic -> topic.windows().rate()));
        all.metricSnapshot(byTopic(
                seen,
                "tracemend_windows_watermark_seconds",
                "The latest event time that the windows met; 0 where they told none.",
                topic -> topic.windows().watermark()));
        all.metricSnapshot(single(
                "tracemend_windows_states",
                "Parts of state that the engine of the windows keeps.",
                seen.windows().states()));
        all.metricSnapshot(single(
                "tracemend_windows_state_bytes",
                "What the state of the windows takes.",
                seen.windows().bytes()));
    }

    private static GaugeSnapshot byTopic(Pipeline seen, String name, String help, ToDoubleFunction<TopicFlow> value) {
        Map<Labels, Double> values = new TreeMap<>();
        seen.topics().forEach(topic -> values.put(Labels.of("topic", topic.topic()), value.applyAsDouble(topic)));
        return gauge(name, help, values);
    }

    private static GaugeSnapshot byStage(Pipeline seen, String name, String help, ToDoubleFunction<Flow> value) {
        Map<Labels, Double> values = new TreeMap<>();
        for (TopicFlow topic : seen.topics()) {
            BiConsumer<String, Flow> stage = (word, flow) -> {
                if (flow.there()) {
                    values.put(Labels.of("topic", topic.topic(), "stage", word), value.applyAsDouble(flow));
                }
            };
            stage.accept("raw", topic.raw());
            stage.accept("ctx", topic.ctx());
            stage.accept("results", topic.results());
        }
        return gauge(name, help, values);
    }

    private static GaugeSnapshot single(String name, String help, double value) {
        return gauge(name, help, Map.of(Labels.EMPTY, value));
    }

    private static GaugeSnapshot gauge(String name, String help, Map<Labels, ? extends Number> values) {
        GaugeSnapshot.Builder made = GaugeSnapshot.builder().name(name).help(help);
        values.forEach((labels, value) -> made.dataPoint(GaugeDataPointSnapshot.builder()
                .labels(labels)
                .value(value.doubleValue())
                .build()));
        return made.build();
    }
}
