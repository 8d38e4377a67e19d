package dev.tracemend.tailer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Wire;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RecordLimitTest {
    @Test
    void theDefaultLeavesRoomForKeyAndHeadersBelowWhatABrokerTakes() {
        assertThat(RecordLimit.DEFAULT.bytes()).isEqualTo(983_040).isLessThan(1_048_588 - 16 * 1024);
    }

    @Test
    void aLineThatFitsIsLeftAsItIs() {
        LogLine line = LogLine.bare("größe", "a.log", 1);
        assertThat(new RecordLimit(1_024).fit(line)).isEqualTo(Wire.write(line));
    }

    @Test
    void whateverTheTextTheRecordFitsAndIsRead() {
        Random random = new Random(4);
        for (int i = 0; i < 300; i++) {
            int kind = random.nextInt(4);
            String text = random.ints(random.nextInt(20_000), 0, 0x800)
                    .mapToObj(c -> kind == 0 ? "\u0001" : kind == 1 ? "😀" : kind == 2 ? "x" : Character.toString(c))
                    .collect(java.util.stream.Collectors.joining());
            byte[] value = new RecordLimit(4_096).fit(LogLine.bare(text, "a.log", 1));
            LogLine read = Wire.logLine(value, "", 0);
            assertThat(value).hasSizeLessThanOrEqualTo(4_096);
            assertThat(read.line().equals(text)
                            || read.line().matches("(?s).* … \\[cut: the record would have \\d+ bytes\\]"))
                    .isTrue();
            assertThat(read.line()).doesNotContain("\ufffd").doesNotContain("?😀");
        }
    }

    @Test
    void aRefusedLimitIsHalvedButNotForEver() {
        RecordLimit limit = RecordLimit.DEFAULT;
        assertThat(limit.smaller().bytes()).isEqualTo(491_520);
        for (int i = 0; i < 100; i++) {
            limit = limit.smaller();
        }
        assertThat(limit.bytes()).isEqualTo(1_024);
    }
}
