package dev.tracemend.streams.faults;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.streams.RawTopic;
import dev.tracemend.streams.faults.EngineProcess.Kind;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ScheduledFuture;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.RecordsToDelete;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is done to the windows while errors flow: killed, held until a backlog has grown, and sent on by a retention that
 * was shorter than the backlog. Each engine runs in a process of its own.
 */
@ExtendWith(BrokerExtension.class)
class WindowFaultsIT {
    private static final Logger LOG = LoggerFactory.getLogger(WindowFaultsIT.class);
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final int KILLS = Integer.getInteger("faults.kills", 5);
    private static final int RATE = 2_000;
    private static final int BACKLOG = Integer.getInteger("faults.backlog", 160_000);
    /** Longer than a group waits for a member. */
    private static final Duration HELD = Duration.ofSeconds(Integer.getInteger("faults.held", 12));

    @TempDir
    private Path folder;

    @ParameterizedTest
    @EnumSource
    void everyErrorIsInExactlyOneWindowWhenTheEngineIsKilledWhileErrorsFlow(Kind kind, EmbeddedBroker broker)
            throws Exception {
        String name = "t-" + UUID.randomUUID();
        try (RawTopic topic = RawTopic.of(broker.bootstrap(), name);
                ErrorFlow flow = new ErrorFlow(broker.bootstrap(), name);
                EngineProcess engine = new EngineProcess(kind, broker.bootstrap(), folder.resolve(name))) {
            Random random = new Random(21);
            flow.start(RATE / 4);
            for (int i = 0; i < KILLS; i++) {
                engine.killAfter(1_000 + random.nextInt(4_000));
                engine.startAgain();
            }
            flow.finish();

            Map<String, String> found = contexts(topic, flow.errors());
            LOG.info(
                    "{}: {} lines, {} errors, {} contexts, {} kills",
                    kind,
                    flow.lines(),
                    flow.errors(),
                    found.size(),
                    KILLS);
            assertThat(found).isEqualTo(flow.expected());
            assertThat(errors(found)).isEqualTo(flow.errors());
        }
    }

    @ParameterizedTest
    @EnumSource
    void anEngineThatWasHeldCatchesUpAtThreeTimesTheRateOfTheInput(Kind kind, EmbeddedBroker broker) throws Exception {
        String name = "t-" + UUID.randomUUID();
        try (RawTopic topic = RawTopic.of(broker.bootstrap(), name);
                ErrorFlow flow = new ErrorFlow(broker.bootstrap(), name);
                EngineProcess engine = new EngineProcess(kind, broker.bootstrap(), folder.resolve(name))) {
            flow.send(10_000);
            assertThat(topic.contexts(1, PATIENCE)).as(engine.log()).isNotEmpty();
            long read = flow.lines();
            flow.send(BACKLOG);
            ScheduledFuture<?> input = flow.start(RATE);
            engine.hold(HELD);
            long waiting = flow.lines() - read;
            long start = System.nanoTime();
            int behind = flow.expected().size();

            assertThat(topic.contexts(behind, PATIENCE)).as(engine.log()).hasSizeGreaterThanOrEqualTo(behind);
            double seconds = (System.nanoTime() - start) / 1e9;
            double rate = waiting / seconds + RATE;
            input.cancel(false);
            flow.finish();

            LOG.info(
                    "{}: {} lines that waited in {} s, {} lines/s at {} lines/s of input",
                    kind,
                    waiting,
                    seconds,
                    rate,
                    RATE);
            assertThat(contexts(topic, flow.errors())).isEqualTo(flow.expected());
            assertThat(rate).isGreaterThanOrEqualTo(3.0 * RATE);
        }
    }

    @ParameterizedTest
    @EnumSource
    void linesThatRetentionDeletedBeforeTheyWereReadAreCountedAndTold(Kind kind, EmbeddedBroker broker)
            throws Exception {
        String name = "t-" + UUID.randomUUID();
        try (RawTopic topic = RawTopic.of(broker.bootstrap(), name);
                ErrorFlow flow = new ErrorFlow(broker.bootstrap(), name);
                EngineProcess engine = new EngineProcess(kind, broker.bootstrap(), folder.resolve(name))) {
            flow.send(10_000);
            // The last of these have their windows open still.
            engine.awaitRead(name, 10_000);
            engine.stop();
            flow.send(20_000);
            deleteBefore(broker, name, 25_000);

            engine.startAgain();
            flow.finish();

            long left = flow.errors() - 15_000 / 50;
            assertThat(errors(contexts(topic, left))).isEqualTo(left);
            engine.stop();
            assertThat(engine.log())
                    .contains("15000 records of logs.raw." + name + "-0 were deleted before they were read")
                    .contains(kind == Kind.SPARK ? "deleted=15000" : "deleted_total 15000");
        }
    }

    private static void deleteBefore(EmbeddedBroker broker, String name, long offset) throws Exception {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", broker.bootstrap()))) {
            TopicPartition partition = new TopicPartition(Topics.raw(name), 0);
            admin.deleteRecords(Map.of(partition, RecordsToDelete.beforeOffset(offset)))
                    .all()
                    .get();
        }
    }

    /** Each context once, until they tell of so many errors: what comes again after a kill has the same id and bytes. */
    private static Map<String, String> contexts(RawTopic topic, long errors) {
        Map<String, String> found = new TreeMap<>();
        long end = System.nanoTime() + PATIENCE.toNanos();
        do {
            for (ConsumerRecord<String, byte[]> each : topic.contexts(Integer.MAX_VALUE, Duration.ofSeconds(2))) {
                String text = new String(each.value(), StandardCharsets.UTF_8);
                String before = found.put(Wire.errorContext(each.value()).id(), text);
                assertThat(before == null ? text : before).isEqualTo(text);
            }
        } while (errors(found) < errors && System.nanoTime() < end);
        return found;
    }

    private static long errors(Map<String, String> contexts) {
        return contexts.values().stream().mapToLong(ErrorFlow::count).sum();
    }
}
