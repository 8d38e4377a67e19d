package dev.tracemend.status.board;

import java.nio.file.Path;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;

/** Kafka Streams for a small board: quick to start, quick to show, bounded, never stopped by one record. */
final class BoardProperties {
    private static final int LARGEST_RECORD = 16 * 1024 * 1024;

    private BoardProperties() {}

    static Properties of(String bootstrap, Path folder, String applicationId) {
        Properties all = new Properties();
        all.put(StreamsConfig.APPLICATION_ID_CONFIG, applicationId);
        all.put(StreamsConfig.CLIENT_ID_CONFIG, applicationId);
        all.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap);
        all.put(StreamsConfig.STATE_DIR_CONFIG, folder.toString());
        all.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, 1);
        // Incidents and the ids of what was folded lie in two stores: they must not come apart in a crash.
        all.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        all.put(StreamsConfig.COMMIT_INTERVAL_MS_CONFIG, 50);
        all.put(StreamsConfig.POLL_MS_CONFIG, 20);
        all.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, 0);
        all.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, StoreMemory.class);
        all.put(
                StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG,
                LogAndContinueProcessingExceptionHandler.class);
        all.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, 1_000);
        all.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        // Without a name of its own a board that was restarted waits for its former self to time out.
        all.put(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG, applicationId);
        all.put(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG, 10_000);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), 0);
        // A transaction's first write is held up until the broker has added the partition; others must not overtake it.
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), 1);
        all.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_REQUEST_SIZE_CONFIG), LARGEST_RECORD);
        all.put(StreamsConfig.topicPrefix(TopicConfig.MAX_MESSAGE_BYTES_CONFIG), Integer.toString(LARGEST_RECORD));
        return all;
    }
}
