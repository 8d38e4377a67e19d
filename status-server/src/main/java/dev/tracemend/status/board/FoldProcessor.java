package dev.tracemend.status.board;

import dev.tracemend.contracts.AuditEntry;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds each record into its incident once: the ids of what was folded are kept as long as a topic could tell them again.
 * Incidents without news for as long are forgotten, and beyond {@value #MOST_INCIDENTS} the one without news for longest.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
final class FoldProcessor implements Processor<String, byte[], Void, Void> {
    static final int MOST_INCIDENTS = 100_000;
    private static final Logger LOG = LoggerFactory.getLogger(FoldProcessor.class);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int SWEPT_AT_ONCE = 1_000;

    private final BoardIndex index;
    private final Duration keep;
    private final int most;
    private ProcessorContext<Void, Void> context;
    private BoardStores stores;
    private ActivityLog activity;

    FoldProcessor(BoardIndex index, Duration keep, int most) {
        this.index = index;
        this.keep = keep;
        this.most = most;
    }

    @Override
    public void init(ProcessorContext<Void, Void> given) {
        context = given;
        stores = new BoardStores(given, keep);
        activity = new ActivityLog(given.getStateStore(BoardTopology.ACTIVITY));
        given.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        index.load(stores.rows(), stores.forgotten());
    }

    @Override
    public void process(Record<String, byte[]> message) {
        RecordAddress address = RecordAddress.parse(message.key());
        if (message.value() == null) {
            return;
        }
        try {
            fold(address, message.value());
        } catch (MalformedRecordException e) {
            index.malformed();
            LOG.debug("A record of {} is malformed: {}", address.topic(), e.getMessage());
        }
    }

    private void fold(RecordAddress address, byte[] value) {
        if (address.topic().equals(Topics.AUDIT)) {
            note(Wire.auditEntry(value), value);
            return;
        }
        if (address.topic().equals(Topics.METRICS)) {
            spent(Wire.workMetric(value), value);
            return;
        }
        String topic = Topics.shortName(address.topic());
        if (address.topic().equals(Topics.ctx(topic))) {
            context(address, topic, value);
        } else if (address.topic().equals(Topics.memory(topic))) {
            memory(address, topic, value);
        } else {
            result(address, topic, value);
        }
    }

    private void context(RecordAddress address, String topic, byte[] value) {
        ErrorContext read = Wire.errorContext(value);
        if (!isNew("c|" + topic + "|" + CauseIds.id(read.id(), value))) {
            return;
        }
        String fingerprint = CauseIds.fingerprint(read.fingerprint(), address.key());
        Optional<BoardRow> row = index.find(topic, fingerprint);
        if (row.isPresent() && row.get().shown().contexts() > 0) {
            put(row.get().shown().again(read, now()), row, address.marks(Source.CONTEXTS));
        } else {
            Incident old = incident(topic, fingerprint, row);
            put(IncidentFold.withContext(old, read, now()), row, address.marks(Source.CONTEXTS));
        }
        activity.add(topic, IncidentFold.lastSeen(read, now()), ActivityStep.seen(read));
    }

    private void memory(RecordAddress address, String topic, byte[] value) {
        MemoryEntry read = Wire.memoryEntry(value);
        String fingerprint = CauseIds.fingerprint(read.fingerprint(), address.key());
        Optional<BoardRow> row = index.find(topic, fingerprint);
        Incident old = incident(topic, fingerprint, row);
        if (IncidentFold.isNews(old, read)) {
            put(IncidentFold.withMemory(old, read, now()), row, address.marks(Source.MEMORY));
        }
    }

    private void result(RecordAddress address, String topic, byte[] value) {
        FixResult read = Wire.fixResult(value);
        String id = CauseIds.id(read.id(), value);
        if (isNew("r|" + topic + "|" + id)) {
            String fingerprint = CauseIds.fingerprint(read.fingerprint(), address.key());
            Optional<BoardRow> row = index.find(topic, fingerprint);
            FixResult bounded = Bounds.result(read, topic, fingerprint, id);
            Incident old = incident(topic, fingerprint, row);
            put(IncidentFold.withResult(old, bounded, now()), row, address.marks(Source.RESULTS));
            fixed(topic, old, read);
        }
    }

    private void fixed(String topic, Incident before, FixResult result) {
        if (result.verdict() == Verdict.VERIFIED && result.repeatOf().isEmpty()) {
            double seconds = before.contexts() > 0 && before.firstSeen() > 0
                    ? result.ts() - before.firstSeen()
                    : result.durations().getOrDefault("total", 0.0);
            activity.add(topic, result.ts() > 0 ? result.ts() : now(), ActivityStep.fixed(seconds));
        }
    }

    private void spent(WorkMetric metric, byte[] value) {
        String id = CauseIds.id(metric.id(), value);
        if (Topics.isShortName(metric.container()) && isNew("m|" + metric.container() + "|" + id)) {
            activity.add(metric.container(), metric.ts() > 0 ? metric.ts() : now(), ActivityStep.spent(metric));
        }
    }

    /** Kept beside the incident, in the order of its time; of one id the first. */
    private void note(AuditEntry entry, byte[] value) {
        String id = CauseIds.id(entry.id(), value);
        if (Topics.isShortName(entry.topic()) && isNew("a|" + entry.topic() + "|" + id)) {
            stores.put(Bounds.audit(entry, CauseIds.fingerprint(entry.fingerprint(), ""), id));
        }
    }

    private boolean isNew(String id) {
        return stores.isNew(id, context.currentSystemTimeMs());
    }

    /** The stored one may be older than its row: most contexts change numbers alone. */
    private Incident incident(String topic, String fingerprint, Optional<BoardRow> row) {
        Incident stored = stores.incident(topic, fingerprint);
        return row.map(stored::with).orElse(stored);
    }

    private void put(Incident incident, Optional<BoardRow> old, Marks record) {
        stores.put(incident);
        put(IncidentRow.of(incident), old, record);
    }

    private void put(IncidentRow shown, Optional<BoardRow> old, Marks record) {
        Marks marks = old.map(BoardRow::marks).orElse(Marks.NONE).join(record);
        BoardRow row = new BoardRow(shown, now(), marks);
        stores.put(row);
        index.changed(row);
        if (index.size() > most) {
            index.longestUnchanged(1).forEach(gone -> {
                stores.forget(gone);
                index.dropped(gone);
            });
        }
    }

    private double now() {
        return context.currentSystemTimeMs() / 1000.0;
    }

    private void sweep(long now) {
        double oldest = (now - keep.toMillis()) / 1000.0;
        activity.forget(oldest);
        List<BoardRow> silent;
        do {
            silent = index.longestUnchanged(SWEPT_AT_ONCE).stream()
                    .filter(row -> row.changedAt() < oldest)
                    .toList();
            silent.forEach(stores::forget);
            if (!silent.isEmpty()) {
                index.removed(silent);
            }
        } while (silent.size() == SWEPT_AT_ONCE);
    }
}
