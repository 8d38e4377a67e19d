package dev.tracemend.worker.memory;

import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Wire;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.ReadOptions;
import org.rocksdb.RocksDB;
import org.rocksdb.RocksDBException;
import org.rocksdb.RocksIterator;
import org.rocksdb.Slice;
import org.rocksdb.WriteBatch;
import org.rocksdb.WriteOptions;

/**
 * Entries of the memory on disk, by partition, so that the heap does not grow with history: by fingerprint, by the result
 * that stands for the cause, and by the time at which something is due. A copy of what the topic holds; nothing is lost
 * with it. For one thread.
 */
final class CauseStore implements AutoCloseable {
    private static final long BLOCK_CACHE = 4L << 20;
    private static final long WRITE_BUFFER = 4L << 20;
    private static final byte CAUSE = 'c';
    private static final byte RESULT = 'r';
    private static final byte WAKE = 'w';

    private final LRUCache cache;
    private final Options options;
    private final WriteOptions unlogged;
    private final RocksDB db;

    /** Opens a store in a folder of its own, which exists. */
    CauseStore(Path folder) {
        RocksDB.loadLibrary();
        cache = new LRUCache(BLOCK_CACHE);
        BlockBasedTableConfig table =
                new BlockBasedTableConfig().setBlockCache(cache).setCacheIndexAndFilterBlocks(true);
        options = new Options()
                .setCreateIfMissing(true)
                .setWriteBufferSize(WRITE_BUFFER)
                .setMaxWriteBufferNumber(2)
                .setKeepLogFileNum(1)
                .setTableFormatConfig(table);
        unlogged = new WriteOptions().setDisableWAL(true);
        db = checked(() -> RocksDB.open(options, folder.toString()));
    }

    Optional<MemoryEntry> find(int partition, String fingerprint) {
        byte[] value = checked(() -> db.get(key(CAUSE, partition, fingerprint)));
        return Optional.ofNullable(value).map(Wire::memoryEntry);
    }

    /** The cause for which a result stands. */
    Optional<MemoryEntry> ofResult(int partition, String resultId) {
        byte[] fingerprint = checked(() -> db.get(key(RESULT, partition, resultId)));
        return fingerprint == null
                ? Optional.empty()
                : find(partition, new String(fingerprint, StandardCharsets.UTF_8))
                        .filter(entry -> entry.resultId().equals(resultId));
    }

    void put(int partition, MemoryEntry entry) {
        Optional<MemoryEntry> before = find(partition, entry.fingerprint());
        byte[] name = entry.fingerprint().getBytes(StandardCharsets.UTF_8);
        checked(() -> {
            try (WriteBatch batch = new WriteBatch()) {
                if (before.isPresent()) {
                    batch.delete(wakeKey(partition, before.get()));
                    batch.delete(key(RESULT, partition, before.get().resultId()));
                }
                batch.put(key(CAUSE, partition, entry.fingerprint()), Wire.write(entry));
                batch.put(key(RESULT, partition, entry.resultId()), name);
                if (entry.wakeAt() > 0) {
                    batch.put(wakeKey(partition, entry), name);
                }
                db.write(unlogged, batch);
            }
            return batchWritten();
        });
    }

    /** Causes for which something is due by then, the longest due first; at most so many. */
    List<MemoryEntry> due(int partition, double now, int most) {
        byte[] from = key(WAKE, partition, "");
        byte[] to = wake(partition, now + 0.001);
        List<MemoryEntry> due = new ArrayList<>();
        try (Slice end = new Slice(to);
                ReadOptions bounded = new ReadOptions().setIterateUpperBound(end);
                RocksIterator causes = db.newIterator(bounded)) {
            for (causes.seek(from); causes.isValid() && due.size() < most; causes.next()) {
                find(partition, new String(causes.value(), StandardCharsets.UTF_8))
                        .ifPresent(due::add);
            }
        }
        return due;
    }

    /** Forgets a partition. */
    void drop(int partition) {
        checked(() -> {
            for (byte kind : new byte[] {CAUSE, RESULT, WAKE}) {
                db.deleteRange(unlogged, key(kind, partition, ""), key(kind, partition + 1, ""));
            }
            return batchWritten();
        });
    }

    private static boolean batchWritten() {
        return true;
    }

    private static byte[] key(byte kind, int partition, String name) {
        byte[] text = name.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(5 + text.length)
                .put(kind)
                .putInt(partition)
                .put(text)
                .array();
    }

    private static byte[] wakeKey(int partition, MemoryEntry entry) {
        byte[] time = wake(partition, entry.wakeAt());
        byte[] name = entry.fingerprint().getBytes(StandardCharsets.UTF_8);
        byte[] key = Arrays.copyOf(time, time.length + name.length);
        System.arraycopy(name, 0, key, time.length, name.length);
        return key;
    }

    private static byte[] wake(int partition, double seconds) {
        return ByteBuffer.allocate(13)
                .put(WAKE)
                .putInt(partition)
                .putLong(Math.max(0, (long) (seconds * 1_000)))
                .array();
    }

    private interface Access<T> {
        T run() throws RocksDBException;
    }

    private static <T extends @Nullable Object> T checked(Access<T> access) {
        try {
            return access.run();
        } catch (RocksDBException e) {
            throw new IllegalStateException("the worker's view of its memory cannot be used: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        db.close();
        unlogged.close();
        options.close();
        cache.close();
    }
}
