package dev.tracemend.worker.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.AttemptInfo;
import dev.tracemend.contracts.Decision;
import dev.tracemend.contracts.DecisionInfo;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.Lifecycle;
import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class CauseDraftTest {

    @Test
    void contextsAreCountedAndTheFirstErrorIsTheEarliest() {
        MemoryEntry first =
                CauseDraft.first(context(3, 10, 20)).seen(context(3, 10, 20)).entry(5);
        MemoryEntry second =
                CauseDraft.of(first).seen(context(4, 8, 30)).repeated().entry(6);

        assertThat(first.state()).isEqualTo(Lifecycle.NEW);
        assertThat(second.count()).isEqualTo(7);
        assertThat(second.contexts()).isEqualTo(2);
        assertThat(second.firstSeen()).isEqualTo(8);
        assertThat(second.lastSeen()).isEqualTo(30);
        assertThat(second.repeats()).isEqualTo(1);
        assertThat(second.ts()).isEqualTo(6);
    }

    @Test
    void whatIsNotSaidStaysAsItWas() throws IOException {
        byte[] golden = Files.readAllBytes(Path.of("../contracts/src/test/resources/wire/v1/memory-lifecycle.json"));
        MemoryEntry known = Wire.memoryEntry(golden);

        assertThat(CauseDraft.of(known).entry(known.ts())).isEqualTo(known);
    }

    @Test
    void answersAttemptsAndDecisionsAreRememberedUpToALimit() {
        CauseDraft draft = CauseDraft.first(context(1, 1, 1));
        for (int i = 1; i <= 250; i++) {
            draft.answeredBy("r" + i)
                    .attempted(new AttemptInfo("r" + i, Verdict.FAILED, "", i, 0, 0, 0))
                    .decided(new DecisionInfo("r" + i, Decision.RETRY, "mira", "", i));
        }
        MemoryEntry entry = draft.entry(1);

        assertThat(entry.answered()).hasSize(100).endsWith("r250").startsWith("r151");
        assertThat(entry.attempted()).isEqualTo(250);
        assertThat(entry.attempts()).hasSize(20);
        assertThat(entry.decisions()).hasSize(20);
        assertThat(Wire.memoryEntry(Wire.write(entry))).isEqualTo(entry);
    }

    private static ErrorContext context(long count, double first, double last) {
        return Wire.errorContext(("{\"fingerprint\":\"f\",\"ctx\":[\"x\"],\"count\":" + count + ",\"firstSeen\":"
                        + first + ",\"lastSeen\":" + last + "}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
