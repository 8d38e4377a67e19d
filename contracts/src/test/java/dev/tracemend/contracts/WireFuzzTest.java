package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Whatever the bytes: a reader returns a record that survives the way to the topic and back, or says Malformed. */
class WireFuzzTest {
    private static final List<Function<byte[], Record>> READERS = List.of(
            bytes -> Wire.logLine(bytes, "key", 1),
            Wire::errorContext,
            Wire::fixResult,
            Wire::memoryEntry,
            Wire::deadLetter,
            Wire::approvalRequest,
            Wire::approvalResponse,
            Wire::agentTask,
            Wire::patchRecord,
            Wire::auditEntry,
            Wire::workMetric,
            Wire::deployLog,
            Wire::deployEvent,
            Wire::windowProgress);
    private static final List<String> KEYS = List.of(
            "line",
            "message",
            "phase",
            "level",
            "event",
            "status",
            "exitCode",
            "composeHash",
            "image",
            "runId",
            "engine",
            "watermark",
            "states",
            "stateBytes",
            "ts",
            "kind",
            "v",
            "id",
            "source",
            "offset",
            "multiline",
            "ctx",
            "lines",
            "exceptions",
            "frames",
            "count",
            "window",
            "hosts",
            "isNew",
            "container",
            "summary",
            "key_points",
            "plan",
            "verdict",
            "rootCause",
            "patch",
            "files",
            "durations",
            "fingerprint",
            "topic",
            "partition",
            "steps",
            "verification",
            "git",
            "model",
            "decision",
            "state",
            "attempts",
            "decisions",
            "proposal",
            "applied",
            "blobs",
            "wakeAt",
            "place",
            "task",
            "constraints",
            "evidence",
            "resultId",
            "expiresAt",
            "apply_message",
            "cost");
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "0",
            "-1",
            "1.5",
            "1e400",
            "1e30",
            "99999999999999999999",
            "\"\"",
            "\"line\"",
            "\"tick\"",
            "\"verified\"",
            "\"\\ud800\"",
            "\"\\u0000\"",
            "\"a\\nb\"",
            "[]",
            "{}",
            "[null]",
            "[\"a\"]",
            "[[1]]",
            "{\"total\":null}",
            "{\"start\":\"x\"}",
            "[{\"type\":null,\"frames\":[{\"line\":1}]}]",
            "\"NaN\"");

    @Test
    void randomBytes() {
        Random random = new Random(11);
        for (int i = 0; i < 5_000; i++) {
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            everyReaderIsCalm(bytes);
        }
    }

    @Test
    void goldenFilesWithFlippedMissingAndDoubledBytes() throws IOException {
        Random random = new Random(12);
        List<byte[]> golden = new ArrayList<>();
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/wire/v1"))) {
            for (Path file : files.sorted().toList()) {
                golden.add(Files.readAllBytes(file));
            }
        }
        for (int i = 0; i < 20_000; i++) {
            everyReaderIsCalm(damaged(golden.get(random.nextInt(golden.size())), random));
        }
    }

    @Test
    void objectsOfOurKeysWithAnyValues() {
        Random random = new Random(13);
        for (int i = 0; i < 30_000; i++) {
            StringBuilder json = new StringBuilder("{");
            int size = random.nextInt(6);
            for (int k = 0; k < size; k++) {
                json.append(k == 0 ? "" : ",")
                        .append('"')
                        .append(pick(KEYS, random))
                        .append("\":");
                json.append(pick(VALUES, random));
            }
            everyReaderIsCalm(json.append('}').toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void everyReaderIsCalm(byte[] bytes) {
        for (Function<byte[], Record> reader : READERS) {
            try {
                Record read = reader.apply(bytes);
                assertThat(reader.apply(Wire.write(read)))
                        .as(() -> new String(bytes, StandardCharsets.ISO_8859_1))
                        .isEqualTo(read);
            } catch (MalformedRecordException e) {
                assertThat(e.getMessage()).isNotBlank().doesNotContain("\n");
            }
        }
    }

    private static byte[] damaged(byte[] original, Random random) {
        byte[] bytes = original.clone();
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && bytes.length > 1; i++) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(3)) {
                case 0 -> bytes[at] = (byte) (32 + random.nextInt(96));
                case 1 -> bytes = Arrays.copyOf(bytes, at + 1);
                default -> bytes[at] ^= (byte) (1 << random.nextInt(8));
            }
        }
        return bytes;
    }

    private static String pick(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
