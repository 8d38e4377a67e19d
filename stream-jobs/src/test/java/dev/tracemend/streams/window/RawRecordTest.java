package dev.tracemend.streams.window;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.DeadLetter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.junit.jupiter.api.Test;

class RawRecordTest {
    @Test
    void plainTextIsALineAtItsRecordsTime() {
        RawReading.ReadLine read = (RawReading.ReadLine)
                record("hello from backend\n".getBytes(StandardCharsets.UTF_8)).read();

        assertThat(read.line().line()).isEqualTo("hello from backend");
        assertThat(read.line().source()).isEqualTo("key");
        assertThat(read.line().ts()).isEqualTo(1.5);
    }

    @Test
    void whatIsNoTextBecomesADeadLetterWithItsPlaceAndItsBytes() {
        byte[] bytes = {(byte) 0xC3, 0x28};

        DeadLetter letter = ((RawReading.ReadFailure) record(bytes).read()).letter();

        assertThat(letter.topic()).isEqualTo("logs.raw.app");
        assertThat(letter.partition()).isEqualTo(1);
        assertThat(letter.offset()).isEqualTo(2);
        assertThat(letter.reason()).contains("UTF-8");
        assertThat(Base64.getDecoder().decode(letter.payload())).isEqualTo(bytes);
        assertThat(letter.ts())
                .as("time of the record: a replay gives the same letter")
                .isEqualTo(1.5);
    }

    @Test
    void aRecordWithoutAValueOrWithAHugeNameBecomesADeadLetter() {
        assertThat(record(null).read()).isInstanceOf(RawReading.ReadFailure.class);
        String huge = "{\"line\":\"x\",\"service\":\"" + "s".repeat(200_000) + "\"}";
        DeadLetter letter = ((RawReading.ReadFailure)
                        record(huge.getBytes(StandardCharsets.UTF_8)).read())
                .letter();
        assertThat(letter.reason()).contains("200000");
        assertThat(letter.payload().length()).isLessThan(90_000);
    }

    @Test
    void noBytesMakeItThrow() {
        Random random = new Random(7);
        String letters = "{}[]\":,line ts kind tick\\u0000\n\t1e309-";
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(60)];
            random.nextBytes(bytes);
            StringBuilder text = new StringBuilder("{\"line\":\"x\"");
            for (int j = 0; j < random.nextInt(30); j++) {
                text.append(letters.charAt(random.nextInt(letters.length())));
            }
            assertThat(record(bytes).read()).isNotNull();
            assertThat(record(text.toString().getBytes(StandardCharsets.UTF_8)).read())
                    .isNotNull();
        }
    }

    private static RawRecord record(byte[] value) {
        return new RawRecord("logs.raw.app", 1, 2, "key".getBytes(StandardCharsets.UTF_8), value, 1_500);
    }
}
