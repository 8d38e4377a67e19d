package dev.tracemend.worker.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class RemembranceTest {

    @Test
    void theFirstAnswerStandsAndFurtherOnesOnlyCount() {
        MemoryEntry first = Remembrance.first(context(3, 10, 20), result("r1", Verdict.VERIFIED, 5));
        MemoryEntry second = Remembrance.again(first, context(4, 15, 30), result("r2", Verdict.VERIFIED, 6));

        assertThat(first).isEqualTo(new MemoryEntry(1, "f", "r1", Verdict.VERIFIED, 3, 1, 10, 20, 5, List.of("r1")));
        assertThat(second)
                .isEqualTo(new MemoryEntry(1, "f", "r1", Verdict.VERIFIED, 7, 2, 10, 30, 6, List.of("r1", "r2")));
    }

    @Test
    void answersAreRememberedUpToALimit() {
        MemoryEntry entry = Remembrance.first(context(1, 1, 1), result("r0", Verdict.DIAGNOSED, 1));
        for (int i = 1; i <= 250; i++) {
            entry = Remembrance.again(entry, context(1, 1, 1), result("r" + i, Verdict.DIAGNOSED, 1));
        }

        assertThat(entry.answered()).hasSize(100).endsWith("r250").startsWith("r151");
        assertThat(entry.contexts()).isEqualTo(251);
        assertThat(Wire.memoryEntry(Wire.write(entry))).isEqualTo(entry);
    }

    private static ErrorContext context(long count, double first, double last) {
        return Wire.errorContext(("{\"fingerprint\":\"f\",\"ctx\":[\"x\"],\"count\":" + count + ",\"firstSeen\":"
                        + first + ",\"lastSeen\":" + last + "}")
                .getBytes(StandardCharsets.UTF_8));
    }

    private static FixResult result(String id, Verdict verdict, double ts) {
        return Wire.fixResult(("{\"container\":\"app\",\"fingerprint\":\"f\",\"id\":\"" + id + "\",\"ts\":" + ts
                        + ",\"verdict\":\"" + verdict.word() + "\"}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
