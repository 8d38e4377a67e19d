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
        Files.writeString(folder.resolve("all/TWICE_CHECK.java"), """
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

    @Test
    void aSharedFolderOfProgramsWithItsOwnJarsWorksCaseByCase() throws IOException {
        Path shared = scratch.resolve("shared");
        write(shared.resolve("java_programs/SUM.java"), """
            package java_programs;

            public class SUM {
                public static int sum(int[] numbers) {
                    int sum = 0;
                    for (int i = 1; i < numbers.length; i++) {
                        sum += numbers[i];
                    }
                    return sum;
                }
            }
            """);
        write(shared.resolve("java_programs/ENDLESS.java"), """
            package java_programs;

            public class ENDLESS {
                public static int down(int n) {
                    while (n > 0) {
                        n = n + 1 - 1;
                    }
                    return n;
                }
            }
            """);
        write(shared.resolve("java_testcases/junit/Oracle.java"), """
            package java_testcases.junit;

            class Oracle {
                static void same(int wanted, int seen) {
                    org.hamcrest.MatcherAssert.assertThat(seen, org.hamcrest.CoreMatchers.is(wanted));
                }
            }
            """);
        write(shared.resolve("java_testcases/junit/SUM_TEST.java"), """
            package java_testcases.junit;

            public class SUM_TEST {
                @org.junit.Test(timeout = 3000)
                public void test_0() { Oracle.same(6, java_programs.SUM.sum(new int[] {1, 2, 3})); }
                @org.junit.Test(timeout = 3000)
                public void test_1() { Oracle.same(0, java_programs.SUM.sum(new int[] {})); }
                @org.junit.Test(timeout = 3000)
                public void test_2() { Oracle.same(9, java_programs.SUM.sum(new int[] {9})); }
            }
            """);
        write(shared.resolve("java_testcases/junit/ENDLESS_TEST.java"), """
            package java_testcases.junit;

            public class ENDLESS_TEST {
                @org.junit.Test public void test_0() { Oracle.same(0, java_programs.ENDLESS.down(3)); }
            }
            """);
        String jars = CaseProject.ownJUnit().stream()
                .filter(jar -> jar.toString().matches(".*(junit-4|hamcrest).*"))
                .map(jar -> '"' + jar.toString() + '"')
                .collect(java.util.stream.Collectors.joining(", "));
        write(shared.resolve("cases/sum/case.json"), """
            {"workspace": "../..", "src": "java_programs", "test_src": "java_testcases/junit", "test_class": "SUM_TEST",
             "class_under_repair": "SUM", "class_path": [%s]}""".formatted(jars));

        CaseResult result = CaseWorker.run(shared.resolve("cases/sum"), scratch);

        assertThat(result.problem()).isEmpty();
        assertThat(result.plausible()).as(result.toString()).isPositive();
        assertThat(result.change()).contains("java_programs/SUM.java");
    }

    @Test
    void aPythonCaseRunsThroughTheSameCommand() {
        CaseResult result = CaseWorker.run(CASES.resolve("python/early-return"), scratch);
        assertThat(result.problem()).isEmpty();
        assertThat(result.checked()).isTrue();
        assertThat(result.wrongButVerified()).isFalse();
    }

    @Test
    void whatIsWrongWithACaseIsToldWithItsPlace() throws IOException {
        assertThat(problem("{\n \"src\": \"a\",\n}")).contains("case.json: line 3");
        assertThat(problem("[]")).contains("one JSON object");
        assertThat(problem("{\"src\": 5}")).contains("\"src\" must be a text or a list of texts");
        assertThat(problem("{\"workspace\": \"gone\"}"))
                .contains("is no folder")
                .contains("\"workspace\"");
        assertThat(problem("{\"language\": \"cobol\"}")).contains("one of java, python, node");
        assertThat(problem("{\"src\": \".\", \"class_path\": [\"lib/none.jar\"]}"))
                .contains("lib/none.jar");
        assertThat(problem("{\"src\": \".\", \"log\": \"gone.log\"}")).contains("gone.log");
        assertThat(problem("{\"limits\": {\"seconds\": \"long\"}}")).contains("\"seconds\" must be a number");
    }

    private String problem(String json) throws IOException {
        write(scratch.resolve("broken/case.json"), json);
        write(scratch.resolve("broken/A.java"), "class A {}");
        return CaseWorker.run(scratch.resolve("broken"), scratch).problem();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
