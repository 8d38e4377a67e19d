package dev.tracemend.streams.ticks;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;

class PartitionOffsetsTest {
    private static final TopicPartition FIRST = new TopicPartition("logs.raw.app", 0);
    private static final TopicPartition SECOND = new TopicPartition("logs.raw.app", 1);
    private static final TopicPartition OTHER = new TopicPartition("logs.raw.shop-2", 0);

    @Test
    void readsWhatSparkTells() {
        assertThat(PartitionOffsets.of("{\"logs.raw.app\":{\"0\":12,\"1\":0},\"logs.raw.shop-2\":{\"0\":7}}")
                        .offsets())
                .isEqualTo(Map.of(FIRST, 12L, SECOND, 0L, OTHER, 7L));
        assertThat(PartitionOffsets.of(null).offsets()).isEmpty();
        assertThat(PartitionOffsets.of("{\"a\":{\"0\":-1}} and more").offsets()).isEmpty();
    }

    @Test
    void countsWhatLiesBetweenTwoReadingsWhereBothKnowThePartition() {
        PartitionOffsets before = new PartitionOffsets(Map.of(FIRST, 10L));
        PartitionOffsets after = new PartitionOffsets(Map.of(FIRST, 15L, SECOND, 3L));

        assertThat(after.since(before)).isEqualTo(5);
        assertThat(after.since(before.orZero(after))).isEqualTo(8);
        assertThat(before.since(after)).isZero();
    }
}
