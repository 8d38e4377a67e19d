package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.ticks.IdleTicker;
import dev.tracemend.streams.window.EngineProgress;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.StateForm;
import dev.tracemend.streams.window.WindowConfig;
import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.apache.kafka.streams.processor.UsePartitionTimeOnInvalidTimestamp;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows on Kafka Streams, in this JVM. It runs until it is closed; a broker that is away is waited for. State in
 * {@link WindowConfig#stateDir} belongs to one engine at a time.
 */
public final class KafkaStreamsEngine implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(KafkaStreamsEngine.class);
    private static final Duration CLOSING = Duration.ofSeconds(10);
    private static final String VERSION = "-" + StateForm.VERSION;

    private static final String SESSION = "10000";

    private final KafkaStreams streams;
    private final StreamsReading reading;
    private final StageTally tally;
    private final IdleTicker ticker;
    private final ProgressTeller teller;

    private KafkaStreamsEngine(
            KafkaStreams streams, StreamsReading reading, StageTally tally, IdleTicker ticker, ProgressTeller teller) {
        this.streams = streams;
        this.reading = reading;
        this.tally = tally;
        this.ticker = ticker;
        this.teller = teller;
    }

    /** Starts the engine and returns at once; {@link #running} tells when it has its work. */
    public static KafkaStreamsEngine start(WindowConfig config) {
        StageTally tally = new StageTally();
        RawBacklog backlog = new RawBacklog();
        KafkaStreams streams =
                new KafkaStreams(WindowTopology.of(config.rules(), tally, backlog), properties(config, tally, backlog));
        Restarts restarts = new Restarts();
        streams.setUncaughtExceptionHandler(failure -> {
            if (restarts.allowed(System.nanoTime())) {
                LOG.warn("windows stopped and start again", failure);
                return StreamThreadExceptionResponse.REPLACE_THREAD;
            }
            LOG.error(
                    "windows stopped again and again and stay stopped; restart them when the cause is mended", failure);
            return StreamThreadExceptionResponse.SHUTDOWN_CLIENT;
        });
        streams.setStateListener((now, before) -> LOG.debug("windows: {} after {}", now, before));
        streams.start();
        IdleTicker ticker = IdleTicker.start(Map.of("bootstrap.servers", config.bootstrap()), config.idle());
        StreamsReading reading = new StreamsReading(streams);
        ProgressTeller teller = ProgressTeller.start(config, reading, tally);
        return new KafkaStreamsEngine(streams, reading, tally, ticker, teller);
    }

    /** What was done so far, and how much is left. */
    public EngineProgress progress() {
        return EngineProgress.of(tally, reading.lag(), reading.stateBytes());
    }

    /** Whether lines are being worked on right now; false while it starts, takes over new topics, or has stopped. */
    public boolean running() {
        return streams.state() == KafkaStreams.State.RUNNING;
    }

    /** Whether it has given up or was closed; not while it starts, waits for the broker or takes over topics. */
    public boolean stopped() {
        return !streams.state().isRunningOrRebalancing();
    }

    /** Commits what is done and stops; what is under way is done again after the next start, with the same result. */
    @Override
    public void close() {
        teller.close();
        ticker.close();
        if (!streams.close(CLOSING)) {
            LOG.warn("windows did not stop within {} s", CLOSING.toSeconds());
        }
    }

    private static Properties properties(WindowConfig config, StageTally tally, RawBacklog backlog) {
        Properties p = new Properties();
        p.put(StreamsConfig.BOOTSTRAP_SERVERS_CONFIG, config.bootstrap());
        p.put(StreamsConfig.APPLICATION_ID_CONFIG, config.application() + VERSION);
        p.put(StreamsConfig.STATE_DIR_CONFIG, config.stateDir().toString());
        p.put(StreamsConfig.PROCESSING_GUARANTEE_CONFIG, StreamsConfig.EXACTLY_ONCE_V2);
        p.put(
                StreamsConfig.COMMIT_INTERVAL_MS_CONFIG,
                Long.toString(config.commit().toMillis()));
        p.put(StreamsConfig.STATESTORE_CACHE_MAX_BYTES_CONFIG, "0");
        p.put(StreamsConfig.ROCKSDB_CONFIG_SETTER_CLASS_CONFIG, SmallRocks.class);
        p.put(StreamsConfig.NUM_STREAM_THREADS_CONFIG, "1");
        p.put(StreamsConfig.POLL_MS_CONFIG, "50");
        p.put(StreamsConfig.REPLICATION_FACTOR_CONFIG, "-1");
        // A topic that a tailer has just made is taken up after at most this time.
        p.put(StreamsConfig.METADATA_MAX_AGE_CONFIG, "1000");
        // A foreign record may carry no time; it must not stop the engine.
        p.put(StreamsConfig.DEFAULT_TIMESTAMP_EXTRACTOR_CLASS_CONFIG, UsePartitionTimeOnInvalidTimestamp.class);
        p.put(StreamsConfig.PROCESSING_EXCEPTION_HANDLER_CLASS_CONFIG, LogAndContinueProcessingExceptionHandler.class);
        // A known member gets its work back at once after a restart or a kill; an unknown one waits for the session's
        // end.
        p.put(
                StreamsConfig.consumerPrefix(ConsumerConfig.GROUP_INSTANCE_ID_CONFIG),
                config.application() + VERSION + '-' + config.instance());
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.SESSION_TIMEOUT_MS_CONFIG), SESSION);
        p.put(StreamsConfig.consumerPrefix(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG), "earliest");
        p.put(StreamsConfig.mainConsumerPrefix(ConsumerConfig.INTERCEPTOR_CLASSES_CONFIG), PollWatch.class.getName());
        p.put(StreamsConfig.mainConsumerPrefix(PollWatch.TALLY), tally);
        p.put(StreamsConfig.mainConsumerPrefix(PollWatch.BACKLOG), backlog);
        p.put(StreamsConfig.producerPrefix(ProducerConfig.LINGER_MS_CONFIG), "5");
        // With several in flight, a fresh broker that refuses the first for a moment reports all that follow as errors.
        p.put(StreamsConfig.producerPrefix(ProducerConfig.MAX_IN_FLIGHT_REQUESTS_PER_CONNECTION), "1");
        return p;
    }
}
