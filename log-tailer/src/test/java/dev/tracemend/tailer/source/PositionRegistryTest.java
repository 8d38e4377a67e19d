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

    @BeforeEach
    void savedTwice() {
        current = folder.resolve("positions");
        previous = folder.resolve("positions.previous");
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
    void whateverIsInTheFileThePreviousCopyIsUsed() throws IOException {
        byte[] good = Files.readAllBytes(current);
        Random random = new Random(5);
        for (int i = 0; i < 500; i++) {
            Files.write(current, damaged(good, random));
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(100, "/var/log/app.log"));
        }
    }

    @Test
    void withBothCopiesDamagedOneStartsEmpty() throws IOException {
        Random random = new Random(6);
        byte[] good = Files.readAllBytes(current);
        for (int i = 0; i < 100; i++) {
            Files.write(current, damaged(good, random));
            Files.write(previous, damaged(good, random));
            assertThat(PositionRegistry.open(folder).of(FILE)).isEmpty();
        }
    }

    @Test
    void aRightSumOverNonsenseIsDamageToo() throws IOException {
        for (String line : new String[] {
            "64\t4711\t0\t-5\t0\t0\t0\t0\t/a",
            "64\t4711\t0\t5\t-3\t0\t0\t0\t/a",
            "64\t4711\t0\t5\t0\t0\t9\t0\t/a",
            "64\t4711\t-1\t5\t0\t0\t0\t0\t/a",
            "64\t4711",
            "\t\t\t\t\t\t\t\t",
            "64\t4711\t0\t5\t999999999\t0\t0\t0\t/a"
        }) {
            String body = "tracemend-positions 1\n" + line + "\n";
            java.util.zip.CRC32C sum = new java.util.zip.CRC32C();
            sum.update(body.getBytes(java.nio.charset.StandardCharsets.UTF_8));
            Files.writeString(current, body + "sum " + sum.getValue() + "\n");
            assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(100, "/var/log/app.log"));
        }
    }

    @Test
    void anOlderCopyIsGoodAndThePreviousServesWhenTheFileIsGone() throws IOException {
        Files.copy(previous, current, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(100, "/var/log/app.log"));
        Files.delete(current);
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(100, "/var/log/app.log"));
    }

    @Test
    void aDamagedFileDoesNotPushOutItsGoodPredecessor() throws IOException {
        Files.write(current, new byte[0]);
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(position(150, "/var/log/app.log"));
        registry.save();
        Files.write(current, new byte[0]);
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(100, "/var/log/app.log"));
    }

    @Test
    void aFolderThatCannotBeWrittenStopsNothing() throws IOException {
        PositionRegistry registry = PositionRegistry.open(folder);
        registry.put(position(400, "/var/log/app.log"));
        Files.createDirectory(folder.resolve("positions.new"));
        registry.save();
        Files.delete(folder.resolve("positions.new"));
        registry.save();
        assertThat(PositionRegistry.open(folder).of(FILE)).contains(position(400, "/var/log/app.log"));
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
        return new Position(FILE, 3, offset, new Digest(200, 12345), new Digest(64, 678), source);
    }
}
