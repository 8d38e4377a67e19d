package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.window.Parts;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.StateStore;
import org.apache.kafka.streams.processor.StateStoreContext;
import org.apache.kafka.streams.query.Position;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.internals.CacheFlushListener;
import org.apache.kafka.streams.state.internals.CachedStateStore;

/**
 * A store whose owner keeps what it works on decoded and writes it once a commit, not once a record: Kafka Streams asks
 * every store with a cache to write it out just before it commits. That door is internal to Kafka Streams; only this class
 * goes through it.
 */
final class LiveStore implements StateStore, CachedStateStore<String, byte[]> {
    private final KeyValueStore<String, byte[]> inner;
    private final List<Runnable> savers = new ArrayList<>();

    private LiveStore(KeyValueStore<String, byte[]> inner) {
        this.inner = inner;
    }

    static StoreBuilder<LiveStore> builder(String name) {
        return new Builder(
                Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray()));
    }

    /** What is to be done before each commit. */
    void beforeCommit(Runnable save) {
        savers.add(save);
    }

    /** The parts whose names begin with this here, and nowhere else. */
    Parts parts(String prefix) {
        return new Parts() {
            @Override
            public Optional<byte[]> get(String name) {
                return Optional.ofNullable(inner.get(prefix + name));
            }

            @Override
            public void put(String name, byte[] bytes) {
                inner.put(prefix + name, bytes);
            }

            @Override
            public void remove(String name) {
                inner.delete(prefix + name);
            }
        };
    }

    /** About how many parts there are. */
    long size() {
        return inner.approximateNumEntries();
    }

    @Override
    public void flushCache() {
        savers.forEach(Runnable::run);
    }

    @Override
    public void clearCache() {
        savers.clear();
    }

    @Override
    public boolean setFlushListener(CacheFlushListener<String, byte[]> listener, boolean sendOldValues) {
        return false;
    }

    @Override
    public String name() {
        return inner.name();
    }

    @Override
    public void init(StateStoreContext context, StateStore root) {
        inner.init(context, root);
    }

    @Override
    public void commit(Map<TopicPartition, Long> changelogOffsets) {
        inner.commit(changelogOffsets);
    }

    @Override
    public Long committedOffset(TopicPartition partition) {
        return inner.committedOffset(partition);
    }

    @Override
    @SuppressWarnings("deprecation") // asked for as long as it is not gone
    public boolean managesOffsets() {
        return inner.managesOffsets();
    }

    @Override
    public Position getPosition() {
        return inner.getPosition();
    }

    @Override
    public void close() {
        savers.clear();
        inner.close();
    }

    @Override
    public boolean persistent() {
        return inner.persistent();
    }

    @Override
    public boolean isOpen() {
        return inner.isOpen();
    }

    /** Builds the store within; its change log is that store's. */
    private record Builder(StoreBuilder<KeyValueStore<String, byte[]>> inner) implements StoreBuilder<LiveStore> {
        @Override
        public StoreBuilder<LiveStore> withCachingEnabled() {
            return this;
        }

        @Override
        public StoreBuilder<LiveStore> withCachingDisabled() {
            return this;
        }

        @Override
        public StoreBuilder<LiveStore> withLoggingEnabled(Map<String, String> config) {
            return new Builder(inner.withLoggingEnabled(config));
        }

        @Override
        public StoreBuilder<LiveStore> withLoggingDisabled() {
            return new Builder(inner.withLoggingDisabled());
        }

        @Override
        public LiveStore build() {
            return new LiveStore(inner.build());
        }

        @Override
        public Map<String, String> logConfig() {
            return inner.logConfig();
        }

        @Override
        public boolean loggingEnabled() {
            return inner.loggingEnabled();
        }

        @Override
        public String name() {
            return inner.name();
        }
    }
}
