package dev.tracemend.status.board;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;

/**
 * Keeps a store's memory outside the heap to some 16 MB: by default each of a board's stores may take 100. Made by Kafka
 * Streams, one for each store that it opens.
 */
public final class StoreMemory implements RocksDBConfigSetter {
    private static final long CACHE = 8L << 20;
    private static final long WRITE_BUFFER = 4L << 20;
    private static final int WRITE_BUFFERS = 2;

    private Optional<Cache> cache = Optional.empty();

    /** For Kafka Streams. */
    public StoreMemory() {}

    @Override
    public void setConfig(String storeName, Options options, Map<String, Object> configs) {
        Cache own = new LRUCache(CACHE);
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(own);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER);
        options.setMaxWriteBufferNumber(WRITE_BUFFERS);
        cache = Optional.of(own);
    }

    @Override
    public void close(String storeName, Options options) {
        cache.ifPresent(Cache::close);
        cache = Optional.empty();
    }
}
