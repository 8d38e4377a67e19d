package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The promise, as a newcomer meets it: the demo in a process of its own, judged by a checker that it does not know. */
class DemoIT {
    @TempDir
    private Path home;

    @Test
    void mendsEightDiagnosesTwoAndTellsAStormAsOne() throws Exception {
        JsonNode incidents = demo("kstreams");

        assertThat(incidents).hasSize(10);
        assertThat(incidents.findValuesAsText("verdict").stream().filter("verified"::equals))
                .hasSize(8);
        assertThat(incidents.findValuesAsText("verdict").stream().filter("diagnosed"::equals))
                .hasSize(2);
        for (JsonNode incident : incidents) {
            boolean verified = incident.get("verdict").asText().equals("verified");
            assertThat(incident.get("diff").asText().isEmpty()).isEqualTo(!verified);
            assertThat(incident.get("cause").asText()).isNotBlank();
        }
        assertThat(incidents.findValuesAsText("count")).contains("500");
        assertThat(check(incidents)).as("the checker outside the repository").doesNotContain("FAIL");
    }

    @Test
    void sparkSeesTheSameContexts() throws Exception {
        assertThat(counts(demo("spark"))).isEqualTo(counts(demo("kstreams")));
    }

    private JsonNode demo(String engine) throws Exception {
        try (TracemendProcess demo = TracemendProcess.start(
                home,
                "demo",
                "--once",
                "--json",
                "--engine",
                engine,
                "--port",
                Integer.toString(TracemendProcess.freePort()),
                "--kafka-port",
                Integer.toString(TracemendProcess.freePort()))) {
            assertThat(demo.await(Duration.ofMinutes(5))).as(demo.stderr()).isZero();
            return new ObjectMapper().readTree(demo.stdout());
        }
    }

    private static Map<String, Long> counts(JsonNode incidents) {
        Map<String, Long> counts = new TreeMap<>();
        incidents.forEach(
                i -> counts.put(i.get("fingerprint").asText(), i.get("count").asLong()));
        return counts;
    }

    /** Applies every diff to a fresh copy of the shop, compiles it, and runs the checker on it. */
    private String check(JsonNode incidents) throws Exception {
        Path example = Path.of("..", "examples", "broken-shop").toRealPath();
        Path copy = Files.createDirectories(home.resolve("copy"));
        run(copy, List.of("cp", "-r", example.resolve("src").toString(), "."));
        run(copy, List.of("git", "init", "-q"));
        for (JsonNode incident : incidents) {
            if (!incident.get("diff").asText().isEmpty()) {
                Path patch = Files.writeString(
                        home.resolve("one.patch"), incident.get("diff").asText());
                run(copy, List.of("git", "apply", patch.toString()));
            }
        }
        List<String> compile = new ArrayList<>(List.of("javac", "-g", "-d", "out"));
        try (Stream<Path> files = Files.walk(copy.resolve("src/main/java"))) {
            files.map(Path::toString).filter(f -> f.endsWith(".java")).forEach(compile::add);
        }
        run(copy, compile);
        return run(
                copy,
                List.of(
                        "java",
                        "-cp",
                        "out",
                        example.resolve("check/Checks.java").toString()));
    }

    private static String run(Path folder, List<String> command) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(command.get(0) + ": " + output).isZero();
        return output;
    }
}
