package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PositionRegistryTest {
    private static final FileIdentity FILE = new FileIdentity(64, 4711);

    @TempDir
    private Path folder;

    private Path current;
    private Path previous;
    private Path journal;

    @BeforeEach
    void savedTwice() {
        current = folder.resolve("positions");
        previous = folder.resolve("positions.previous");
        journal = folder.resolve("positions.journal");
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(position(100, "/var/log/app.log"));
        registry.save();
        registry.put(position(200, "/var/log/app.log"));
        registry.save();
    }

    @Test
    void whatWasSavedIsReadBack() {
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(200, "/var/log/app.log"));
        assertThat(PositionRegistry.open(folder).of(new FileIdentity(64, 1))).isEmpty();
    }

    @Test
    void savingWithoutAChangeWritesNothing() throws IOException {
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(position(200, "/var/log/app.log"));
        Files.delete(current);
        registry.save();
        assertThat(current).doesNotExist();
    }

    @Test
    void anyNameOfAFileIsKept() {
        for (String name :
                new String[] {"/a\tb", "/a\nb", "/a\rb", "/a\u2028b\u0085", "/a\\tb", "/sum 12", "/größe 😀"}) {
            PositionRegistry registry = PositionRegistry.open(folder);
            registry.put(position(300, name));
            registry.save();
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(300, name));
        }
    }

    @Test
    void whateverIsInTheFileNothingIsForgotten() throws IOException {
        byte[] good = Files.readAllBytes(current);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Files.write(current, damaged(good, random));
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(200, "/var/log/app.log"));
        }
    }

    @Test
    void aJournalIsBelievedUpToItsDamage() throws IOException {
        byte[] good = Files.readAllBytes(journal);
        Random random = new Random(7);
        for (int i = 0; i < 500; i++) {
            Files.write(journal, damaged(good, random));
            assertThat(PositionRegistry.open(folder).of(FILE).orElseThrow())
                    .isIn(position(100, "/var/log/app.log"), position(200, "/var/log/app.log"));
        }
    }

    @Test
    void withAllCopiesDamagedOneStartsEmpty() throws IOException {
        Random random = new Random(6);
        byte[] good = Files.readAllBytes(current);
        for (int i = 0; i < 100; i++) {
            Files.write(current, damaged(good, random));
            Files.write(previous, damaged(good, random));
            Files.write(journal, new byte[i]);
            assertThat(PositionRegistry.open(folder).of(FILE)).isEmpty();
        }
    }

    @Test
    void aRightSumOverNonsenseIsDamageToo() throws IOException {
        for (String line : new String[] {
            "64\t4711\t0\t-5\t0\t0\t0\t0\topen\t/a",
            "64\t4711\t0\t5\t-3\t0\t0\t0\topen\t/a",
            "64\t4711\t0\t5\t0\t0\t9\t0\topen\t/a",
            "64\t4711\t-1\t5\t0\t0\t0\t0\topen\t/a",
            "64\t4711\t0\t5\t0\t0\t0\t0\tajar\t/a",
            "64\t4711",
            "\t\t\t\t\t\t\t\t\t",
            "64\t4711\t0\t5\t999999999\t0\t0\t0\topen\t/a"
        }) {
            Files.writeString(current, summed("tracemend-positions 2 9 0\n" + line + "\n"));
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(200, "/var/log/app.log"));
        }
    }

    @Test
    void theFirstVersionIsStillRead() throws IOException {
        Files.delete(journal);
        Files.writeString(
                current, summed("tracemend-positions 1\n64\t4711\t3\t77\t200\t12345\t64\t678\t/var/log/app.log\n"));
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(77, "/var/log/app.log"));
    }

    @Test
    void theNextSaveAfterDamageIsReadBackToo() throws IOException {
        for (int i = 1; i <= 5; i++) {
            Files.write(current, new byte[i]);
            PositionRegistry registry = PositionRegistry.open(folder);
            registry.put(position(300 + i, "/var/log/app.log"));
            registry.save();
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(300 + i, "/var/log/app.log"));
        }
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(position(400, "/var/log/app.log"));
        Files.createDirectory(folder.resolve("positions.new"));
        assertThat(registry.save()).contains("cannot be saved");
        Files.delete(folder.resolve("positions.new"));
        registry.saveForGood();
        assertThat(registry.save()).isEmpty();
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(400, "/var/log/app.log"));
    }

    @Test
    void aSaveCostsWhatHasMovedNotWhatIsKnown() throws IOException {
        PositionRegistry registry = PositionRegistry.open(folder);
        for (int i = 0; i < 5_000; i++) {
            registry.put(position(new FileIdentity(64, i), 0, i));
        }
        registry.save();
        long before = Files.size(journal);
        for (int i = 0; i < 50; i++) {
            registry.put(position(new FileIdentity(64, i), 0, 100_000));
        }
        registry.save();
        assertThat(Files.size(journal) - before).isLessThan(50 * 120);
        assertThat(PositionRegistry.open(folder).all()).hasSize(5_001);
    }

    @Test
    void theJournalDoesNotGrowForEver() throws IOException {
        PositionRegistry registry = PositionRegistry.open(folder);
        for (int i = 0; i < 20_000; i++) {
            registry.put(position(100 + i, "/var/log/app.log"));
            registry.save();
        }
        assertThat(Files.size(journal)).isLessThan(300 * 1024);
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(20_099, "/var/log/app.log"));
    }

    @Test
    void filesThatAreGoneAreForgottenButNoGenerationOfTheirsIsUsedAgain() {
        PositionRegistry registry = PositionRegistry.open(folder);
        for (int i = 0; i < 12_000; i++) {
            registry.put(position(new FileIdentity(65, i), i % 3, 10));
        }
        registry.expire(file -> file.inode() < 100);
        registry.save();
        PositionRegistry again = PositionRegistry.open(folder);
        assertThat(again.size()).isEqualTo(5_100);
        assertThat(again.of(new FileIdentity(65, 99))).isPresent();
        assertThat(again.of(new FileIdentity(65, 11_999))).isPresent();
        assertThat(again.of(new FileIdentity(65, 200))).isEmpty();
        assertThat(again.firstGeneration()).isEqualTo(4);
    }

    @Test
    void anOlderContentIsKeptUntilItIsForgotten() {
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(Position.fresh(FILE, 4, "/var/log/app.log"));
        registry.save();
        assertThat(registry.of(FILE)).map(Position::generation).contains(4);
        PositionRegistry again = PositionRegistry.open(folder);
        assertThat(again.of(new ContentKey(FILE, 3))).isPresent();
        again.forget(new ContentKey(FILE, 3));
        again.save();
        PositionRegistry last = PositionRegistry.open(folder);
        assertThat(last.all()).hasSize(1);
        assertThat(last.of(FILE)).map(Position::generation).contains(4);
    }

    private static String summed(String body) {
        return body + "sum " + PositionText.sum(body) + "\n";
    }

    private static Position position(FileIdentity file, int generation, long offset) {
        return new Position(file, generation, offset, Digest.NONE, Digest.NONE, "/var/log/app-" + file.inode(), false);
    }

    private static byte[] damaged(byte[] good, Random random) {
        byte[] bytes = good.clone();
        switch (random.nextInt(4)) {
            case 0 -> bytes = new byte[0];
            case 1 -> bytes = Arrays.copyOf(good, random.nextInt(good.length - 1));
            case 2 -> {
                bytes = new byte[random.nextInt(300)];
                random.nextBytes(bytes);
            }
            default -> bytes[random.nextInt(bytes.length - 1)] ^= (byte) (1 + random.nextInt(255));
        }
        return bytes;
    }

    private static Position position(long offset, String source) {
        return new Position(FILE, 3, offset, new Digest(200, 12345), new Digest(64, 678), source, false);
    }
}
