package dev.tracemend.streams.kstreams;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Options;

/** Memory of a store for a laptop: a few MB instead of the 100 that Kafka Streams allows by itself. */
public final class SmallRocks implements RocksDBConfigSetter {
    private static final long BLOCK = 4 * 1024;
    private static final long WRITE_BUFFER = 4 * 1024 * 1024;

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockSize(BLOCK).setCacheIndexAndFilterBlocks(true);
        options.setTableFormatConfig(table);
        options.setWriteBufferSize(WRITE_BUFFER).setMaxWriteBufferNumber(2);
    }

    @Override
    public void close(String store, Options options) {
        // Nothing of ours was opened.
    }
}
