package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A broker of its own: dead letters of all topics lie in one. */
@Timeout(120)
class DlqCommandIT {
    private static final String CTX = Topics.ctx("app");

    @TempDir
    private Path home;

    private EmbeddedBroker broker;
    private KafkaProducer<byte[], byte[]> producer;

    @BeforeEach
    void start() {
        broker = EmbeddedBroker.start(home.resolve("broker"), 0);
        try (Kafka kafka = Kafka.connect(broker.bootstrap())) {
            kafka.createFamily("app");
        }
        producer = new KafkaProducer<>(
                java.util.Map.of("bootstrap.servers", broker.bootstrap(), "max.request.size", "2000000"),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    @AfterEach
    void stop() {
        producer.close();
        broker.close();
    }

    @Test
    void aLetterIsListedShownAndReplayedByteForByteOnce() throws Exception {
        byte[] value = ("\u001b[2J not json " + "x".repeat(100_000)).getBytes(StandardCharsets.UTF_8);
        byte[] key = {1, 2, (byte) 0xff};
        ProducerRecord<byte[], byte[]> bad = new ProducerRecord<>(CTX, 2, key, value);
        bad.headers().add("who", "me".getBytes(StandardCharsets.UTF_8));
        long offset = producer.send(bad).get().offset();
        letter(CTX, 2, offset, Arrays.copyOf(value, 64 * 1024), "\u001b[31mhide\u202eme");

        CommandRun list = run("dlq", "list");
        assertThat(list.exit()).as(list.err()).isZero();
        assertThat(list.out()).startsWith("0-0 ").contains(CTX + "-2@" + offset).doesNotContain("\u001b", "\u202e");
        assertThat(run("dlq", "list", "--json").out()).contains("\"id\":\"0-0\"", "\"replayed\":false");
        assertThat(run("dlq", "show", "0-0").out())
                .contains("letter:   0-0", "not json")
                .doesNotContain("\u001b");
        assertThat(run("dlq", "show", "0-9").exit()).isEqualTo(ExitCode.FAILED.code());

        CommandRun replay = run("dlq", "replay", "0-0");
        assertThat(replay.exit()).as(replay.err()).isZero();
        List<ConsumerRecord<byte[], byte[]>> records = records(CTX);
        assertThat(records).hasSize(2);
        ConsumerRecord<byte[], byte[]> again = records.get(1);
        assertThat(again.value()).isEqualTo(value);
        assertThat(again.key()).isEqualTo(key);
        assertThat(again.partition()).isEqualTo(2);
        assertThat(again.headers().lastHeader("who").value()).isEqualTo("me".getBytes(StandardCharsets.UTF_8));

        CommandRun second = run("dlq", "replay", "0-0");
        assertThat(second.exit()).isEqualTo(ExitCode.UNFIXED.code());
        assertThat(second.out()).contains("was replayed before");
        assertThat(records(CTX)).hasSize(2);
        assertThat(run("dlq", "list").out()).isEmpty();
        assertThat(run("dlq", "list", "--all").out()).contains("(replayed)");
        assertThat(records(Topics.ERRORS)).hasSize(1);
    }

    @Test
    void whatIsGoneComesFromTheLetterAndWhatWasCutIsRefused() throws Exception {
        byte[] small = "{\"ctx\":[]}".getBytes(StandardCharsets.UTF_8);
        letter(CTX, 1, 999, small, "too old");
        letter(CTX, 1, 1_000, new byte[64 * 1024], "too old and too large");
        letter(
                Topics.APPROVAL_RESPONSES,
                0,
                0,
                "{\"id\":\"x\",\"decision\":\"approve\"}".getBytes(StandardCharsets.UTF_8),
                "a trick");
        letter("elsewhere", 0, 0, small, "foreign");
        producer.send(new ProducerRecord<>(Topics.ERRORS, "no letter".getBytes(StandardCharsets.UTF_8)))
                .get();

        CommandRun all = run("dlq", "replay", "--all", "--json");

        assertThat(all.exit()).isEqualTo(ExitCode.UNFIXED.code());
        assertThat(all.out().lines()).hasSize(4);
        assertThat(all.out())
                .contains("\"id\":\"0-0\",\"replayed\":true", "does not hold all of it", "nothing is replayed");
        assertThat(records(CTX)).singleElement().satisfies(one -> assertThat(one.value())
                .isEqualTo(small));
        assertThat(records(Topics.APPROVAL_RESPONSES)).isEmpty();
    }

    @Test
    void manyReplaysAtTheSameTimePublishEachRecordOnce() throws Exception {
        for (int i = 0; i < 10; i++) {
            letter(CTX, 0, 5_000 + i, ("{\"n\":" + i + "}").getBytes(StandardCharsets.UTF_8), "bad");
        }
        ExecutorService pool = Executors.newFixedThreadPool(4);
        List<Future<CommandRun>> runs = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            runs.add(pool.submit(() -> run("dlq", "replay", "--all")));
        }
        for (Future<CommandRun> one : runs) {
            one.get();
        }
        pool.shutdown();
        run("dlq", "replay", "--all");

        assertThat(records(CTX))
                .extracting(one -> new String(one.value(), StandardCharsets.UTF_8))
                .hasSize(10)
                .doesNotHaveDuplicates();
    }

    @Test
    void wrongUseIsSaidAsSuch() {
        assertThat(run("dlq").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("dlq", "replay").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(run("dlq", "replay", "0-1", "--all").exit()).isEqualTo(ExitCode.USAGE.code());
        assertThat(CommandRun.of("dlq", "list", "--bootstrap", "127.0.0.1:1").exit())
                .isEqualTo(ExitCode.UNREACHABLE.code());
    }

    private CommandRun run(String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        if (words.length > 1) {
            all.addAll(List.of("--bootstrap", broker.bootstrap()));
        }
        return CommandRun.of(all.toArray(String[]::new));
    }

    private void letter(String topic, int partition, long offset, byte[] payload, String reason)
            throws ExecutionException, InterruptedException {
        DeadLetter letter = new DeadLetter(
                1,
                topic,
                partition,
                offset,
                reason,
                3,
                Base64.getEncoder().encodeToString(payload),
                "k",
                1_795_255_209);
        producer.send(new ProducerRecord<>(Topics.ERRORS, Wire.write(letter))).get();
    }

    private List<ConsumerRecord<byte[], byte[]>> records(String topic) {
        return BrokerRecords.committed(broker.bootstrap(), topic);
    }
}
