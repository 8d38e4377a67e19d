package dev.tracemend.status.board;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import dev.tracemend.contracts.WorkMetric;
import dev.tracemend.status.IncidentSamples;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BoardTopologyTest {
    @TempDir
    private Path folder;

    private final BoardIndex index = new BoardIndex();
    private TopologyTestDriver driver;

    @BeforeEach
    void start() {
        driver = new TopologyTestDriver(
                BoardTopology.build(index, Duration.ofDays(2)), BoardProperties.of("nowhere:1", folder, "board-test"));
    }

    @AfterEach
    void stop() {
        driver.close();
    }

    @Test
    void contextsAndResultsOfOneCauseBecomeOneIncident() {
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 3, 100)));
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c2", 2, 110)));
        send(Topics.results("app"), "f1", Wire.write(IncidentSamples.verified("app", "f1", "r1", 112)));

        IncidentRow row = only();
        assertThat(row.count()).isEqualTo(5);
        assertThat(row.contexts()).isEqualTo(2);
        assertThat(row.state()).isEqualTo(IncidentState.VERIFIED);
        assertThat(row.verdict()).isEqualTo("verified");
        assertThat(stored("app|f1").result().orElseThrow().patch().diff()).isEqualTo(IncidentSamples.DIFF);
    }

    @Test
    void aRecordThatComesAgainChangesNothing() {
        for (int i = 0; i < 3; i++) {
            send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 500, 100)));
            send(Topics.results("app"), "f1", Wire.write(IncidentSamples.verified("app", "f1", "r1", 112)));
        }

        assertThat(only().count()).isEqualTo(500);
        assertThat(only().results()).isEqualTo(1);
        assertThat(only().sequence()).as("nothing to tell a second time").isEqualTo(2);
    }

    @Test
    void whatHappenedIsCountedByTheMinuteAndOnce() {
        for (int i = 0; i < 2; i++) {
            send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 3, 600)));
            send(Topics.ctx("web"), "f2", Wire.write(IncidentSamples.context("web", "f2", "c2", 4, 610)));
            send(Topics.results("app"), "f1", Wire.write(IncidentSamples.verified("app", "f1", "r1", 630)));
            send(Topics.METRICS, "r1", Wire.write(metric("app", "r1", 640)));
        }

        List<ActivityStep> minutes = ActivityLog.read(driver.getKeyValueStore("activity"), "app", 540, 60, 3);
        assertThat(minutes)
                .containsExactly(
                        ActivityStep.empty(540),
                        new ActivityStep(600, 3, 1, List.of(30.0), 1, 110, 0.25),
                        ActivityStep.empty(660));
        assertThat(ActivityLog.read(driver.getKeyValueStore("activity"), "", 0, 3_600, 1))
                .extracting(ActivityStep::errors)
                .containsExactly(7L);
        assertThat(index.find("app", "f1").orElseThrow().shown().trend()).isEqualTo(new Trend(60, 10, List.of(3L)));
    }

    private static WorkMetric metric(String topic, String id, double at) {
        return new WorkMetric(topic, 1, 1, at, 1, id, "f1", Verdict.VERIFIED, 1, Map.of(), 2, 100, 10, 0.25, 0);
    }

    @Test
    void theSameCauseOnTwoTopicsIsTwoIncidents() {
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 1, 100)));
        send(Topics.ctx("web"), "f1", Wire.write(IncidentSamples.context("web", "f1", "c1", 1, 100)));

        assertThat(rows()).extracting(IncidentRow::topic).containsExactly("app", "web");
    }

    @Test
    void foreignFormsAreShownAndStrangeOnesCounted() {
        send(Topics.ctx("app"), null, text("{\"ctx\":[\"ERROR boom\"],\"ts\":5}"));
        send(
                Topics.results("web"),
                null,
                text("{\"container\":\"web\",\"summary\":\"disk full\",\"key_points\":\"k\",\"plan\":\"p\",\"ts\":9}"));
        send(Topics.ctx("app"), "f", text("no json"));
        send(Topics.ctx("app"), "f", text("[]"));
        send(Topics.results("app"), "f", new byte[] {(byte) 0xff, 0});
        send(Topics.ctx("app"), "f", null);

        assertThat(rows())
                .extracting(IncidentRow::topic, IncidentRow::fingerprint, IncidentRow::title)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("web", "unnamed", "disk full"),
                        org.assertj.core.groups.Tuple.tuple("app", "unnamed", "ERROR boom"));
        assertThat(index.malformedRecords()).isEqualTo(3);
    }

    @Test
    void noBytesStopTheBoard() {
        Random random = new Random(42);
        byte[] good = Wire.write(IncidentSamples.verified("app", "f1", "r1", 1));
        for (int i = 0; i < 2_000; i++) {
            byte[] bytes = good.clone();
            for (int flips = random.nextInt(8); flips >= 0; flips--) {
                bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            }
            byte[] key = new byte[random.nextInt(9)];
            random.nextBytes(key);
            driver.createInputTopic(
                            random.nextBoolean() ? Topics.ctx("app") : Topics.results("app"),
                            new ByteArraySerializer(),
                            new ByteArraySerializer())
                    .pipeInput(key, bytes);
        }
        send(Topics.ctx("late"), "f1", Wire.write(IncidentSamples.context("late", "f1", "c1", 1, 1e12)));

        assertThat(rows().get(0).topic()).isEqualTo("late");
        assertThat(index.malformedRecords()).isPositive();
    }

    @Test
    void incidentsWithoutNewsAreForgottenAndTheirRecordsToo() {
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 1, 100)));
        driver.advanceWallClockTime(Duration.ofHours(40));
        send(Topics.ctx("app"), "f2", Wire.write(IncidentSamples.context("app", "f2", "c2", 1, 100)));

        driver.advanceWallClockTime(Duration.ofHours(10));

        assertThat(only().fingerprint()).isEqualTo("f2");
    }

    @Test
    void idsAreKnownForAtLeastAsLongAsIncidentsAreKept() {
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 1, 100)));
        driver.advanceWallClockTime(Duration.ofHours(47));
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 1, 100)));
        assertThat(only().count()).isEqualTo(1);

        driver.advanceWallClockTime(Duration.ofDays(8));
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 1, 100)));
        assertThat(only().contexts())
                .as("forgotten with all that was known of it")
                .isEqualTo(1);
    }

    @Test
    void beyondTheMostThatAreKeptTheOneWithoutNewsForLongestGoes() {
        driver.close();
        driver = new TopologyTestDriver(
                BoardTopology.build(index, Duration.ofDays(2), 3),
                BoardProperties.of("nowhere:1", folder, "board-few"));
        for (int i = 0; i < 4; i++) {
            send(Topics.ctx("app"), "f" + i, Wire.write(IncidentSamples.context("app", "f" + i, "c" + i, 1, 900 - i)));
        }
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c9", 1, 1)));
        send(Topics.ctx("app"), "f4", Wire.write(IncidentSamples.context("app", "f4", "c4", 1, 100)));

        assertThat(rows()).extracting(IncidentRow::fingerprint).containsExactlyInAnyOrder("f1", "f3", "f4");
        assertThat(driver.<String, byte[]>getKeyValueStore(BoardTopology.INCIDENTS)
                        .get("app|f0"))
                .isNull();
    }

    @Test
    void aLaterContextOfACauseWritesItsRowAlone() {
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c1", 3, 100)));
        byte[] before =
                driver.<String, byte[]>getKeyValueStore(BoardTopology.INCIDENTS).get("app|f1");
        send(Topics.ctx("app"), "f1", Wire.write(IncidentSamples.context("app", "f1", "c2", 2, 110)));

        assertThat(driver.<String, byte[]>getKeyValueStore(BoardTopology.INCIDENTS)
                        .get("app|f1"))
                .isEqualTo(before);
        assertThat(only().count()).isEqualTo(5);
        assertThat(driver.<String, byte[]>getKeyValueStore(BoardTopology.ROWS).get("app|f1"))
                .hasSizeLessThan(1_000);
    }

    @Test
    void strangeNamesBecomeHarmlessOnes() {
        send(Topics.ctx("app"), "../../etc", Wire.write(IncidentSamples.context("app", "", "c1", 1, 100)));
        send(Topics.ctx("app"), "a|b\nc", Wire.write(IncidentSamples.context("app", "", "c2", 1, 100)));

        assertThat(rows()).allSatisfy(row -> assertThat(row.fingerprint()).matches("x[0-9a-f]{24}"));
        assertThat(rows()).hasSize(2);
    }

    private List<IncidentRow> rows() {
        return index.page("", 10_000, RowPlace.Cursor.START).rows();
    }

    private IncidentRow only() {
        List<IncidentRow> rows = rows();
        assertThat(rows).hasSize(1);
        return rows.get(0);
    }

    private Incident stored(String key) {
        return IncidentForm.read(driver.<String, byte[]>getKeyValueStore(BoardTopology.INCIDENTS)
                        .get(key))
                .orElseThrow();
    }

    private void send(String topic, @Nullable String key, byte @Nullable [] value) {
        TestInputTopic<byte[], byte[]> input =
                driver.createInputTopic(topic, new ByteArraySerializer(), new ByteArraySerializer());
        input.pipeInput(key == null ? null : text(key), value);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
