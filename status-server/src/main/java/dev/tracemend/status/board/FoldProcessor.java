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
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Folds each record into its incident once: the ids of what was folded are kept in a store of their own, as long as a
 * topic could tell them again. Incidents without news for as long are forgotten.
 */
@SuppressWarnings("NullAway.Init") // Kafka Streams calls init before anything else.
final class FoldProcessor implements Processor<String, byte[], Void, Void> {
    private static final Logger LOG = LoggerFactory.getLogger(FoldProcessor.class);
    private static final Duration SWEEP = Duration.ofHours(1);
    private static final int MOST_INCIDENTS = 10_000;

    private final BoardIndex index;
    private final Duration keep;
    private ProcessorContext<Void, Void> context;
    private KeyValueStore<String, byte[]> incidents;
    private KeyValueStore<String, byte[]> folded;
    private KeyValueStore<String, byte[]> audit;
    private ActivityLog activity;

    FoldProcessor(BoardIndex index, Duration keep) {
        this.index = index;
        this.keep = keep;
    }

    @Override
    public void init(ProcessorContext<Void, Void> given) {
        context = given;
        incidents = given.getStateStore(BoardTopology.INCIDENTS);
        folded = given.getStateStore(BoardTopology.FOLDED);
        audit = given.getStateStore(BoardTopology.AUDIT);
        activity = new ActivityLog(given.getStateStore(BoardTopology.ACTIVITY));
        given.schedule(SWEEP, PunctuationType.WALL_CLOCK_TIME, this::sweep);
        index.load(all());
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
            ErrorContext read = Wire.errorContext(value);
            String id = CauseIds.id(read.id(), value);
            if (isNew("c|" + topic + "|" + id)) {
                Incident old = incident(topic, CauseIds.fingerprint(read.fingerprint(), address.key()));
                put(IncidentFold.withContext(old, read, now()));
                activity.add(topic, IncidentFold.seenAt(read, now()), ActivityStep.seen(read));
            }
        } else if (address.topic().equals(Topics.memory(topic))) {
            MemoryEntry read = Wire.memoryEntry(value);
            Incident old = incident(topic, CauseIds.fingerprint(read.fingerprint(), address.key()));
            put(IncidentFold.withMemory(old, read, now()));
        } else {
            FixResult read = Wire.fixResult(value);
            String id = CauseIds.id(read.id(), value);
            if (isNew("r|" + topic + "|" + id)) {
                Incident old = incident(topic, CauseIds.fingerprint(read.fingerprint(), address.key()));
                put(IncidentFold.withResult(old, Bounds.result(read, topic, old.fingerprint(), id), now()));
                fixed(topic, old, read);
            }
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
            String fingerprint = CauseIds.fingerprint(entry.fingerprint(), "");
            AuditEntry kept = Bounds.audit(entry, fingerprint, id);
            audit.put(AuditTrail.key(kept), Wire.write(kept));
        }
    }

    /** Marked before the fold: both lie in one task's stores and are committed together. */
    private boolean isNew(String id) {
        return folded.putIfAbsent(
                        id,
                        ByteBuffer.allocate(8)
                                .putLong(context.currentSystemTimeMs())
                                .array())
                == null;
    }

    private Incident incident(String topic, String fingerprint) {
        return IncidentForm.read(incidents.get(IncidentForm.key(topic, fingerprint)))
                .orElseGet(() -> Incident.unseen(topic, fingerprint));
    }

    private void put(Incident incident) {
        incidents.put(IncidentForm.key(incident.topic(), incident.fingerprint()), IncidentForm.write(incident));
        index.changed(incident);
    }

    private double now() {
        return context.currentSystemTimeMs() / 1000.0;
    }

    private List<Incident> all() {
        List<Incident> found = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = incidents.all()) {
            stored.forEachRemaining(entry -> IncidentForm.read(entry.value).ifPresent(found::add));
        }
        return found;
    }

    private void sweep(long now) {
        long oldest = now - keep.toMillis();
        List<String> stale = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> stored = folded.all()) {
            stored.forEachRemaining((KeyValue<String, byte[]> entry) -> {
                if (ByteBuffer.wrap(entry.value).getLong() < oldest) {
                    stale.add(entry.key);
                }
            });
        }
        stale.forEach(folded::delete);
        activity.forget(oldest / 1000.0);
        List<IncidentRow> rows = index.newestFirst();
        for (int i = 0; i < rows.size(); i++) {
            String key = rows.get(i).key();
            boolean silent = IncidentForm.read(incidents.get(key))
                    .map(incident -> incident.changedAt() * 1000 < oldest)
                    .orElse(true);
            if (silent || i >= MOST_INCIDENTS) {
                incidents.delete(key);
                index.removed(key);
                forgetAudit(key);
            }
        }
    }

    private void forgetAudit(String incident) {
        List<String> keys = new ArrayList<>();
        try (KeyValueIterator<String, byte[]> entries =
                audit.range(AuditTrail.first(incident), AuditTrail.last(incident))) {
            entries.forEachRemaining(entry -> keys.add(entry.key));
        }
        keys.forEach(audit::delete);
    }
}
