package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContainerLinesTest {
    @TempDir
    private Path folder;

    @Test
    void dockersLinesAreUnwrappedAndItsPartsJoined() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*-json.log")) {
            logs.append("c-json.log", docker("INFO \\\"quoted\\\" \\u003cb\\u003e ü\\\\ \\t|\\n", "stdout"));
            logs.append("c-json.log", docker("half ", "stdout") + docker("an error\\n", "stderr"));
            logs.append("c-json.log", docker("of it", "stdout") + docker(" and the end\\r\\n", "stdout"));
            logs.append("c-json.log", docker("\\n", "stdout"));
            logs.readUntil(4);
            assertThat(logs.lines())
                    .containsExactly("INFO \"quoted\" <b> ü\\ \t|", "an error", "half of it and the end", "");
        }
    }

    @Test
    void aPartThatWasOpenWhenWeWereKilledIsReadAgainAndNothingHasTwoIds() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*-json.log")) {
            logs.append("c-json.log", docker("first\\n", "stdout") + docker("half ", "stdout"));
            logs.append("c-json.log", docker("an error\\n", "stderr"));
            logs.readUntil(2);
            logs.restart();
            logs.append("c-json.log", docker("whole\\n", "stdout"));
            logs.readUntil(4);
            assertThat(logs.distinct()).containsExactlyInAnyOrder("first", "an error", "half whole");
        }
    }

    @Test
    void criLinesAreUnwrappedAndTheirPartsJoined() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*.log")) {
            String time = "2026-11-21T10:00:00.123456789Z ";
            logs.append("0.log", time + "stdout P one " + "\n" + time + "stderr F oops\n" + time + "stdout P and \n");
            logs.append("0.log", time + "stdout F two\n2026-11-21T10:00:00+01:00 stdout F \n" + time + "stdout F\n");
            logs.readUntil(4);
            assertThat(logs.lines()).containsExactly("oops", "one and two", "", "");
        }
    }

    @Test
    void otherLinesPassAsTheyAre() throws Exception {
        String json = "{\"log\":\"x\",\"stream\":\"audit\",\"time\":\"t\"}";
        for (String line : new String[] {
            json,
            "{\"level\":\"info\",\"msg\":\"hello\"}",
            "{\"log\":{\"a\":1}}",
            "{",
            "{}",
            "2026-11-21T10:00:00Z stdin F x",
            "{\"log\":\"x\\q\",\"stream\":\"stdout\",\"time\":\"t\"}",
            "{\"log\":\"a\\n\",\"stream\":\"stdout\",\"time\":\"t\"} tail"
        }) {
            byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
            assertThat(ContainerFormat.of(bytes, 0, bytes.length)).as(line).isEqualTo(ContainerFormat.PLAIN);
        }
    }

    @Test
    void aLineThatIsNotWrappedAmongWrappedOnesIsKept() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*-json.log")) {
            logs.append("c-json.log", docker("one\\n", "stdout") + "not ours\n" + docker("two\\n", "stdout"));
            logs.readUntil(3);
            assertThat(logs.lines()).containsExactly("one", "not ours", "two");
        }
    }

    @Test
    void partsWithoutEndAreCutAndSayHowLongTheLineIs() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*-json.log")) {
            String part = "x".repeat(16_000);
            StringBuilder text = new StringBuilder();
            for (int i = 0; i < 100; i++) {
                text.append(docker(part, "stdout"));
            }
            logs.append("c-json.log", text + docker("\\n", "stdout"));
            logs.readUntil(1);
            assertThat(logs.lines())
                    .singleElement()
                    .asString()
                    .hasSizeLessThan(300_000)
                    .endsWith("1600000 bytes]");
        }
    }

    @Test
    void anyBytesEndInALineOrNone() {
        Random random = new Random(11);
        byte[] whole = docker("te\\u00e9xt\\n", "stdout").strip().getBytes(StandardCharsets.UTF_8);
        int parsed = 0;
        for (int i = 0; i < 50_000; i++) {
            byte[] bytes = whole.clone();
            for (int k = random.nextInt(3); k >= 0; k--) {
                bytes[random.nextInt(bytes.length)] =
                        (byte) (random.nextBoolean() ? random.nextInt() : "\"\\{}:,u".charAt(random.nextInt(7)));
            }
            int to = random.nextInt(bytes.length + 1);
            parsed += ContainerFormat.DOCKER.part(bytes, 0, to).isPresent() ? 1 : 0;
            ContainerFormat.of(bytes, 0, to);
        }
        assertThat(parsed).isPositive();
    }

    @Test
    void theEncodingOfAFileIsWhatItsMarkSays() throws Exception {
        try (FollowingCase logs = new FollowingCase(folder, "*.txt")) {
            Files.write(logs.file("le.txt"), ("\uFEFFgrün 😀\r\nzwei\u0a0a\nhalb").getBytes(StandardCharsets.UTF_16LE));
            logs.readUntil(2);
            Files.write(
                    logs.file("le.txt"),
                    "es\n".getBytes(StandardCharsets.UTF_16LE),
                    java.nio.file.StandardOpenOption.APPEND);
            logs.readUntil(3);
            logs.restart();
            Files.write(logs.file("be.txt"), "\uFEFFrot\nblau\n".getBytes(StandardCharsets.UTF_16BE));
            Files.write(logs.file("u.txt"), "\uFEFFmit Marke\n".getBytes(StandardCharsets.UTF_8));
            Files.write(
                    logs.file("le.txt"),
                    "drei\n".getBytes(StandardCharsets.UTF_16LE),
                    java.nio.file.StandardOpenOption.APPEND);
            logs.readUntil(7);
            assertThat(logs.lines())
                    .startsWith("grün 😀", "zwei\u0a0a", "halbes")
                    .contains("rot", "blau", "mit Marke", "drei")
                    .hasSize(7);
        }
    }

    private static String docker(String log, String stream) {
        return "{\"log\":\"" + log + "\",\"stream\":\"" + stream + "\",\"attrs\":{\"tag\":\"a\"},"
                + "\"time\":\"2026-11-21T10:00:00.000000001Z\"}\n";
    }
}
