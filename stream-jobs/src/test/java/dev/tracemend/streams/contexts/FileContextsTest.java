package dev.tracemend.streams.contexts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.streams.window.WindowRules;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileContextsTest {
    private static final String TRACE = "java.lang.IllegalStateException: no stock for 7\n"
            + "\tat com.acme.Shop.reserve(Shop.java:12)\n\tat com.acme.Shop.buy(Shop.java:7)\n";

    @TempDir
    private Path folder;

    @Test
    void givesOneContextACauseWithItsCountItsTraceAndTheLinesAround() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 10; i < 40; i++) {
            log.append("2026-11-21 10:00:")
                    .append(i)
                    .append(" INFO c.a.Shop - order ")
                    .append(i)
                    .append(" taken\n");
            log.append("2026-11-21 10:00:")
                    .append(i)
                    .append(" ERROR c.a.Shop - order failed\n")
                    .append(TRACE);
        }

        List<CauseContext> causes = contexts(log.toString(), ContextOptions.defaults());

        assertThat(causes).hasSize(1);
        ErrorContext context = causes.get(0).context();
        assertThat(context.count()).isEqualTo(30);
        assertThat(context.lastSeen() - context.firstSeen()).isEqualTo(29.0);
        assertThat(context.exceptions().get(0).frames()).hasSize(2);
        assertThat(context.ctx().get(0)).contains("order 10 taken");
        assertThat(context.ctx()).as("up to the next error").hasSize(6);
        assertThat(context.ctx().get(5)).contains("order 11 taken");
        assertThat(context.samples()).hasSize(20).startsWith("app.log:2");
        assertThat(causes.get(0).why()).contains("level ERROR +90");
        assertThat(causes.get(0).grouping()).contains("frame com.acme.Shop.reserve");
        assertThat(contexts(log.toString(), ContextOptions.defaults())
                        .get(0)
                        .context()
                        .id())
                .isEqualTo(context.id());
    }

    @Test
    void masksSecretsInAllThatItGivesOut() throws IOException {
        String log = "2026-11-21 10:00:00 INFO c.a.Shop - password=hunter2hunter2\n"
                + "2026-11-21 10:00:00 ERROR c.a.Shop - login failed password=hunter3hunter3\n"
                + "2026-11-21 10:00:00 INFO c.a.Shop - password=hunter4hunter4\n";

        ErrorContext context = contexts(log, ContextOptions.defaults()).get(0).context();
        assertThat(context.toString()).doesNotContain("hunter2", "hunter3", "hunter4");
    }

    @Test
    void gathersABoundedNumberOfCauses() throws IOException {
        StringBuilder log = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            log.append("2026-11-21 10:00:00 ERROR c.a.Shop")
                    .append((char) ('A' + i % 26))
                    .append((char) ('A' + i / 26))
                    .append(" - broke\n");
        }
        ContextOptions d = ContextOptions.defaults();

        assertThat(contexts(log.toString(), new ContextOptions("app", d.rules(), 8)))
                .hasSize(50);
    }

    @Test
    void masksAKeyAlsoAmongTheLinesAround() throws IOException {
        String log = "2026-11-21 10:00:00 INFO c.a.Shop - loaded\n-----BEGIN RSA PRIVATE KEY-----\n"
                + "MIIEpAIBAAKCAQEA0Z3VS5JJcds3xfn\nhU1mXlbbqEkSd0vyAtEoGBAL\n-----END RSA PRIVATE KEY-----\n"
                + "2026-11-21 10:00:00 ERROR c.a.Shop - refused\n2026-11-21 10:00:00 INFO c.a.Shop - on\n";

        ErrorContext context = contexts(log, ContextOptions.defaults()).get(0).context();

        assertThat(context.ctx().toString()).doesNotContain("MIIE", "hU1m").contains("loaded", "refused", "on");
    }

    @Test
    void readsGzipAndLinesOfAnyLength() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            out.write(("a\r\n" + "x".repeat(3 * LogFileLines.LONGEST) + "\nlast").getBytes(StandardCharsets.UTF_8));
        }
        Path file = Files.write(folder.resolve("a.log.gz"), bytes.toByteArray());
        try (LogFileLines lines = LogFileLines.open(file)) {
            assertThat(lines.next()).isEqualTo("a");
            assertThat(lines.next()).hasSize(LogFileLines.LONGEST);
            assertThat(lines.next()).isEqualTo("last");
            assertThat(lines.next()).isNull();
        }
    }

    @Test
    void survivesAnyBytes() throws IOException {
        Random random = new Random(3);
        for (int run = 0; run < 50; run++) {
            byte[] bytes = new byte[random.nextInt(5_000)];
            random.nextBytes(bytes);
            for (int i = 0; i < bytes.length; i += 1 + random.nextInt(60)) {
                bytes[i] = '\n';
            }
            contexts(bytes, ContextOptions.defaults());
        }
    }

    @Test
    void pinsItsDefaults() {
        assertThat(ContextOptions.defaults())
                .isEqualTo(new ContextOptions(
                        "app",
                        new WindowRules(
                                Duration.ofSeconds(2),
                                Duration.ofSeconds(30),
                                20,
                                10,
                                Duration.ofDays(36_500),
                                WindowRules.Emit.closed,
                                List.of()),
                        10_000));
    }

    private static List<CauseContext> contexts(String log, ContextOptions options) throws IOException {
        return contexts(log.getBytes(StandardCharsets.UTF_8), options);
    }

    private static List<CauseContext> contexts(byte[] log, ContextOptions options) throws IOException {
        List<CauseContext> causes = new ArrayList<>();
        GatheredCauses gathered = new GatheredCauses(options.mostCauses(), causes::add);
        FileContexts contexts = new FileContexts(options, gathered, gathered::add);
        try (LogFileLines lines = new LogFileLines(new ByteArrayInputStream(log))) {
            contexts.read("app.log", lines, (bytes, told) -> {});
        }
        gathered.finish();
        return causes;
    }
}
