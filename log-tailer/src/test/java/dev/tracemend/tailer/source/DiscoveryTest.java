package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiscoveryTest {
    @TempDir
    private Path folder;

    @Test
    void allLogsOfATreeAreFoundWithTheTopicOfWholeSegments() throws IOException {
        write("feedback-svc/shop.log", "feedback-svc/other.log.1", "feedback-svc/stdout.out");
        write(
                "backend/pay/logs/pay.txt",
                "frontend/web/web-2026-11-21.err",
                "backend/x/readme.txt",
                "app/app.log.2.gz");
        write(".git/x.log", "node_modules/a/x.log", "state/tracemend.log");
        assertThat(found(List.of()))
                .isEqualTo(Map.of(
                        "feedback-svc/shop.log", "/feedback-svc",
                        "feedback-svc/other.log.1", "/feedback-svc",
                        "feedback-svc/stdout.out", "/feedback-svc",
                        "backend/pay/logs/pay.txt", "backend/pay",
                        "frontend/web/web-2026-11-21.err", "frontend/web"));
    }

    @Test
    void whatIsNoTextIsLeftOut() throws IOException {
        write("a/text.log");
        Files.write(folder.resolve("a/binary.log"), new byte[] {1, 0, 2});
        Files.write(folder.resolve("a/wide.log"), "\uFEFFx\n".getBytes(StandardCharsets.UTF_16LE));
        assertThat(found(List.of()).keySet()).containsExactly("a/text.log", "a/wide.log");
    }

    @Test
    void anExplicitMappingWins() throws IOException {
        write("backend/pay/pay.log", "backend/pay/audit.log");
        assertThat(found(List.of(new ReadConfig.TopicGlob(folder + "/**/audit.log", "audit"))))
                .isEqualTo(Map.of("backend/pay/pay.log", "backend/pay", "backend/pay/audit.log", "audit/"));
    }

    @Test
    void aTreeThatIsNotThereIsRefusedWithARemedy() {
        ReadConfig config = config(List.of(), folder.resolve("nowhere"));
        assertThatThrownBy(() -> new LogFiles(List.of(), config, folder.resolve("state")).check())
                .isInstanceOf(TailerStartException.class)
                .hasMessageContaining("nowhere")
                .hasMessageContaining("name one that is there");
    }

    @Test
    void whatAppearsLaterInANewFolderIsFound() throws Exception {
        write("a/one.log");
        try (FollowingCase logs = new FollowingCase(folder, config(List.of(), folder))) {
            logs.readUntil(1);
            write("later/deep/two.log");
            logs.readUntil(2);
            assertThat(logs.lines()).hasSize(2);
        }
    }

    private Map<String, String> found(List<ReadConfig.TopicGlob> maps) {
        Map<String, String> found = new TreeMap<>();
        LogFiles files = new LogFiles(List.of(), config(maps, folder), folder.resolve("state"));
        files.check();
        for (FoundFile each : files.look().files()) {
            found.put(
                    folder.relativize(each.path()).toString(),
                    each.route().topic() + "/" + each.route().service());
        }
        return found;
    }

    private static ReadConfig config(List<ReadConfig.TopicGlob> maps, Path tree) {
        ReadConfig defaults = ReadConfig.defaults();
        return new ReadConfig(defaults.from(), false, StandardCharsets.UTF_8, defaults.maxLine(), maps, List.of(tree));
    }

    private void write(String... names) throws IOException {
        for (String name : names) {
            Path file = folder.resolve(name);
            Files.createDirectories(file.resolveSibling("."));
            Files.writeString(file, name + "\n");
        }
    }
}
