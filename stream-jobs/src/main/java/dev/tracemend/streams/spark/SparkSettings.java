package dev.tracemend.streams.spark;

import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.spark.sql.SparkSession;

/** Spark's settings: those the windows need everywhere, and those that make local mode quick and quiet. */
final class SparkSettings {
    private SparkSettings() {}

    /** Whether no master was named, neither by spark-submit nor by {@code -Dspark.master}. */
    static boolean local() {
        return System.getProperty("spark.master") == null;
    }

    /** A session in this JVM, with its scratch files in the folder. */
    static SparkSession localSession(CheckpointFolder folder) {
        Map<String, String> settings = everywhere();
        settings.put("spark.master", "local[2]");
        settings.put("spark.ui.enabled", "false");
        settings.put("spark.driver.host", "127.0.0.1");
        settings.put("spark.driver.bindAddress", "127.0.0.1");
        settings.put("spark.local.dir", folder.tmp().toString());
        settings.put(
                "spark.sql.warehouse.dir",
                folder.tmp().resolve("warehouse").toUri().toString());
        // Each partition is a RocksDB of its own in each stage, opened and committed in every batch.
        settings.put("spark.sql.shuffle.partitions", "2");
        // Together these spare some thirty processes a batch. The renames of this file manager do not exclude a second
        // writer; the folder's lock does.
        settings.put(
                "spark.sql.streaming.checkpointFileManagerClass",
                "org.apache.spark.sql.execution.streaming.checkpointing.FileSystemBasedCheckpointFileManager");
        settings.put("spark.hadoop.fs.file.impl", NioLocalFileSystem.class.getName());
        return session(settings);
    }

    /** A session on the cluster that the submitter chose. */
    static SparkSession clusterSession() {
        Map<String, String> settings = everywhere();
        // The default, 200, makes every batch open and commit two hundred stores in each stage.
        settings.put("spark.sql.shuffle.partitions", System.getProperty("spark.sql.shuffle.partitions", "4"));
        return session(settings);
    }

    private static Map<String, String> everywhere() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("spark.app.name", "tracemend-windows");
        settings.put("spark.sql.session.timeZone", "UTC");
        settings.put(
                "spark.sql.streaming.stateStore.providerClass",
                "org.apache.spark.sql.execution.streaming.state.RocksDBStateStoreProvider");
        settings.put("spark.sql.streaming.stateStore.rocksdb.changelogCheckpointing.enabled", "true");
        settings.put("spark.sql.streaming.minBatchesToRetain", "20");
        // Each task of each batch would write Java for its projections anew, a quarter of a small batch's work; our
        // rows
        // are few, as a chunk of records is one.
        settings.put("spark.sql.codegen.factoryMode", "NO_CODEGEN");
        return settings;
    }

    private static SparkSession session(Map<String, String> settings) {
        SparkSession.Builder builder = SparkSession.builder();
        settings.forEach(builder::config);
        return builder.getOrCreate();
    }
}
