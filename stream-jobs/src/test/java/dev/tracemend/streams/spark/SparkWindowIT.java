package dev.tracemend.streams.spark;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.WindowEngineContract;
import dev.tracemend.streams.window.RawLines;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.UUID;
import org.apache.spark.sql.SparkSession;
import org.apache.spark.sql.streaming.StreamingQuery;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

@ExtendWith(BrokerExtension.class)
class SparkWindowIT implements WindowEngineContract {
    private static final Logger LOG = LoggerFactory.getLogger(SparkWindowIT.class);

    private static String broker;
    private static CheckpointFolder checkpoint;
    private static SparkSession spark;
    private static StreamingQuery query;

    @BeforeAll
    static void startTheQuery(EmbeddedBroker running) throws Exception {
        broker = running.bootstrap();
        // Not a temporary folder of JUnit: Spark removes its own scratch files when the JVM ends.
        Path folder = Files.createTempDirectory(Path.of("target"), "spark").toAbsolutePath();
        checkpoint = CheckpointFolder.take(folder);
        spark = SparkSettings.localSession(checkpoint);
        SparkArguments args = SparkArguments.of("--bootstrap", broker, "--checkpoint", folder.toString());
        query = WindowQuery.start(spark, args, checkpoint.query().toString(), Watermarks.of(spark));
    }

    @AfterAll
    static void stopTheQuery() throws Exception {
        query.stop();
        spark.stop();
        checkpoint.close();
    }

    @Override
    public String bootstrap() {
        return broker;
    }

    @Override
    public Duration patience() {
        return Duration.ofSeconds(90);
    }

    @Test
    void aContextIsThereSoonAfterItsWindowCloses() throws Exception {
        try (RawTopic topic = RawTopic.of(bootstrap(), "t-" + UUID.randomUUID())) {
            RawLines lines = topic.lines();
            long worst = 0;
            for (int round = 1; round <= 10; round++) {
                topic.send(lines.line("shop.log", round * 10, NPE));
                topic.send(lines.tick("shop.log", round * 10 + 3));
                long start = System.nanoTime();
                assertThat(topic.contexts(round, patience())).hasSize(round);
                long millis = (System.nanoTime() - start) / 1_000_000;
                LOG.info("context {} after {} ms", round, millis);
                worst = round <= 2 ? 0 : Math.max(worst, millis);
            }
            assertThat(worst).as("milliseconds, warm").isLessThan(10_000);
        }
    }
}
