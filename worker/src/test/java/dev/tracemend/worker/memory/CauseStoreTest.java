package dev.tracemend.worker.memory;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.MemoryEntry;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CauseStoreTest {
    @TempDir
    private Path folder;

    @Test
    void anEntryIsFoundByItsFingerprintAndByTheResultThatStandsForIt() {
        try (CauseStore store = new CauseStore(folder)) {
            store.put(1, entry("f", "r1", 0));

            assertThat(store.find(1, "f")).contains(entry("f", "r1", 0));
            assertThat(store.find(2, "f")).isEmpty();
            assertThat(store.ofResult(1, "r1")).contains(entry("f", "r1", 0));
            store.put(1, entry("f", "r2", 0));
            assertThat(store.ofResult(1, "r1")).isEmpty();
            assertThat(store.ofResult(1, "r2")).contains(entry("f", "r2", 0));
        }
    }

    @Test
    void whatIsDueIsTheLongestDueFirstAndOnlyOfItsPartition() {
        try (CauseStore store = new CauseStore(folder)) {
            store.put(1, entry("late", "r1", 30));
            store.put(1, entry("soon", "r2", 20));
            store.put(1, entry("never", "r3", 0));
            store.put(2, entry("other", "r4", 5));

            assertThat(store.due(1, 19.9, 5)).isEmpty();
            assertThat(store.due(1, 30, 5)).extracting(MemoryEntry::fingerprint).containsExactly("soon", "late");
            assertThat(store.due(1, 30, 1)).extracting(MemoryEntry::fingerprint).containsExactly("soon");
            store.put(1, entry("soon", "r2", 0));
            assertThat(store.due(1, 30, 5)).extracting(MemoryEntry::fingerprint).containsExactly("late");
        }
    }

    @Test
    void aDroppedPartitionLeavesTheOthers() {
        try (CauseStore store = new CauseStore(folder)) {
            store.put(1, entry("f", "r1", 5));
            store.put(2, entry("f", "r1", 5));
            store.drop(1);

            assertThat(store.find(1, "f")).isEmpty();
            assertThat(store.due(1, 9, 5)).isEmpty();
            assertThat(store.find(2, "f")).isPresent();
        }
    }

    @Test
    void itHoldsWhatAMapHolds() {
        Random random = new Random(7);
        Map<String, MemoryEntry> map = new HashMap<>();
        try (CauseStore store = new CauseStore(folder)) {
            for (int i = 0; i < 3_000; i++) {
                String fingerprint = "f" + random.nextInt(200);
                MemoryEntry entry = entry(fingerprint, "r" + i, random.nextInt(50));
                map.put(fingerprint, entry);
                store.put(0, entry);
            }
            map.forEach((fingerprint, entry) ->
                    assertThat(store.find(0, fingerprint)).contains(entry));
            List<String> due = map.values().stream()
                    .filter(entry -> entry.wakeAt() > 0 && entry.wakeAt() <= 25)
                    .map(MemoryEntry::fingerprint)
                    .toList();
            assertThat(store.due(0, 25, 1_000))
                    .extracting(MemoryEntry::fingerprint)
                    .containsExactlyInAnyOrderElementsOf(due);
        }
    }

    @Test
    void theFolderOfAProcessThatIsGoneIsRemovedAndThatOfALivingOneIsNot() throws Exception {
        Path dead = Files.createDirectories(folder.resolve("99999999-1-3fa9c0d1-e2b4-4000-8000-000000000000"));
        Path foreign = Files.createDirectories(folder.resolve("notes"));
        try (StoreFolder living = StoreFolder.in(folder);
                StoreFolder other = StoreFolder.in(folder)) {
            assertThat(dead).doesNotExist();
            assertThat(foreign).exists();
            assertThat(living.path()).exists().isNotEqualTo(other.path());
        }
        assertThat(folder).isDirectoryNotContaining(path -> !path.equals(foreign));
    }

    private static MemoryEntry entry(String fingerprint, String resultId, double wakeAt) {
        return Wire.memoryEntry(("{\"fingerprint\":\"" + fingerprint + "\",\"resultId\":\"" + resultId
                        + "\",\"wakeAt\":" + wakeAt + "}")
                .getBytes(StandardCharsets.UTF_8));
    }
}
