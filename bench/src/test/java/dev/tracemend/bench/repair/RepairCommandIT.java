package dev.tracemend.bench.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RepairCommandIT {
    private static final Path CASES = Path.of("cases").toAbsolutePath();

    @TempDir
    Path scratch;

    @Test
    void aSmallBugIsFoundAndRight() {
        CaseResult result = CaseWorker.run(CASES.resolve("java/algo-quicksort"), scratch);
        assertThat(result.problem()).isEmpty();
        assertThat(result.verified()).isTrue();
        assertThat(result.right()).isTrue();
        assertThat(result.wrongButVerified()).isFalse();
    }

    @Test
    void aCrashIsMendedByItsLogAlone() {
        CaseResult result = CaseWorker.run(CASES.resolve("java/crash-aioobe"), scratch);
        assertThat(result.problem()).isEmpty();
        assertThat(result.right()).isTrue();
    }

    @Test
    void onlyFoldersAndATestClassAreNeeded() throws IOException {
        Path folder = scratch.resolve("mixed");
        Files.createDirectories(folder.resolve("all"));
        Files.writeString(
                folder.resolve("all/Twice.java"),
                "public class Twice { public static int of(int n) { return n + 2; } }");
        Files.writeString(
                folder.resolve("all/TWICE_CHECK.java"),
                """
                import org.junit.Assert;
                public class TWICE_CHECK {
                    @org.junit.Test public void one() { Assert.assertEquals(2, Twice.of(1)); }
                    @org.junit.Test public void two() { Assert.assertEquals(4, Twice.of(2)); }
                    @org.junit.Test public void five() { Assert.assertEquals(10, Twice.of(5)); }
                }
                """);
        Files.writeString(
                folder.resolve("case.json"),
                "{\"src\": \"all\", \"test_src\": \"all\", \"test_class\": \"TWICE_CHECK\"}");
        CaseResult result = CaseWorker.run(folder, scratch);
        assertThat(result.problem()).isEmpty();
        assertThat(result.plausible()).isPositive();
    }

    @Test
    void aBrokenCaseIsToldAndNoMore() throws IOException {
        Files.createDirectories(scratch.resolve("broken"));
        Files.writeString(scratch.resolve("broken/case.json"), "{\"src\": \"absent\"}");
        assertThat(CaseWorker.run(scratch.resolve("broken"), scratch).problem()).contains("absent");
        Files.writeString(scratch.resolve("broken/case.json"), "[");
        assertThat(CaseWorker.run(scratch.resolve("broken"), scratch).problem()).isNotEmpty();
    }
}
