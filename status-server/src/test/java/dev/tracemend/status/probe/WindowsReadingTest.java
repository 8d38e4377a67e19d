package dev.tracemend.status.probe;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.WindowProgress;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class WindowsReadingTest {
    private static final TopicPartition FIRST = new TopicPartition("logs.raw.app", 0);
    private static final TopicPartition SECOND = new TopicPartition("logs.raw.app", 1);

    private final WindowsReading reading = new WindowsReading();

    @Test
    void theFarthestOffsetCountsAndTheLatestWord() {
        reading.add(Map.of(FIRST, told(9, new WindowProgress(1, "spark", 100, 50, 7, 70))));
        reading.add(Map.of(FIRST, told(4, new WindowProgress(1, "kstreams", 200, 40, 3, 30))));

        assertThat(reading.next(FIRST, 0)).isEqualTo(9);
        assertThat(reading.watermark("logs.raw.app")).isEqualTo(40);
        assertThat(reading.state()).isEqualTo(new WindowsState("kstreams", 200, 3, 30));
    }

    @Test
    void aTopicIsAsFarAsTheFarthestOfItsPartitions() {
        reading.add(Map.of(
                FIRST, told(1, new WindowProgress(1, "spark", 100, 50, 7, 70)),
                SECOND, told(1, new WindowProgress(1, "spark", 100, 60, 7, 70))));

        assertThat(reading.watermark("logs.raw.app")).isEqualTo(60);
        assertThat(reading.watermark("logs.raw.other")).isZero();
    }

    @Test
    void whatOtherClientsPutBesideAnOffsetSaysNothing() {
        for (String foreign : new String[] {"", "AgAAAZ7fKIs=", "{", "{\"engine\":1}", "null", "\u0000"}) {
            reading.add(Map.of(FIRST, new OffsetAndMetadata(5, foreign)));
        }

        assertThat(reading.next(FIRST, 0)).isEqualTo(5);
        assertThat(reading.state()).isEqualTo(WindowsState.UNTOLD);
    }

    @Test
    void whereNothingWasCommittedTheFirstRecordIsTheNext() {
        Map<TopicPartition, OffsetAndMetadata> none = new HashMap<>();
        none.put(FIRST, null);
        reading.add(none);

        assertThat(reading.next(FIRST, 3)).isEqualTo(3);
        assertThat(reading.next(SECOND, 0)).isZero();
    }

    private static OffsetAndMetadata told(long next, WindowProgress progress) {
        return new OffsetAndMetadata(next, new String(Wire.write(progress), StandardCharsets.UTF_8));
    }
}
