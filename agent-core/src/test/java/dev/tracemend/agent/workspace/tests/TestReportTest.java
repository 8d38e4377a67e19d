package dev.tracemend.agent.workspace.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.workspace.tests.TestReport.Failed;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TestReportTest {

    @Test
    void surefiresReportsAreSummedOverModulesAndOldOnesAreNot(@TempDir Path project) throws IOException {
        Instant start = Instant.parse("2026-01-01T00:00:00Z");
        report(project.resolve("a/target/surefire-reports/TEST-x.A.xml"), start.plusSeconds(1), """
                <?xml version="1.0" encoding="UTF-8"?>
                <testsuite tests="3">
                  <testcase name="works" classname="x.A" time="0.1"/>
                  <testcase name="breaks" classname="x.A"><failure message="no">expected: &lt;1&gt;
                at x.A.breaks</failure></testcase>
                  <testcase name="rests" classname="x.A"><skipped/></testcase>
                </testsuite>""");
        report(project.resolve("target/failsafe-reports/TEST-x.B.xml"), start, """
                <testsuite><testcase name="works" classname="x.B"/></testsuite>""");
        report(project.resolve("target/surefire-reports/TEST-x.Old.xml"), start.minusSeconds(60), """
                <testsuite><testcase name="works" classname="x.Old"/></testsuite>""");
        assertThat(SurefireReports.since(project, start))
                .contains(new TestReport(
                        "surefire", 2, 1, 1, List.of(new Failed("x.A.breaks", "expected: <1>\nat x.A.breaks"))));
    }

    @Test
    void aReportThatIsAnAttackOrNoXmlIsPassedOver(@TempDir Path project) throws IOException {
        report(
                project.resolve("target/surefire-reports/TEST-x.xml"),
                Instant.now(),
                "<!DOCTYPE t [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><testsuite><testcase name=\"&e;\"/></testsuite>");
        report(project.resolve("target/surefire-reports/TEST-y.xml"), Instant.now(), "not xml <");
        assertThat(SurefireReports.since(project, Instant.EPOCH))
                .contains(new TestReport("surefire", 0, 0, 0, List.of()));
        assertThat(SurefireReports.since(project.resolve("none"), Instant.EPOCH))
                .isEmpty();
    }

    @Test
    void pytestIsRead() {
        assertThat(PrintedResults.of("""
                ..F.s                                                    [100%]
                =================== short test summary info ====================
                FAILED tests/test_cart.py::test_total - assert 3 == 4
                ERROR tests/test_db.py::test_open
                ============= 1 failed, 3 passed, 1 skipped, 1 error in 0.12s =============
                """))
                .contains(new TestReport(
                        "pytest",
                        3,
                        2,
                        1,
                        List.of(
                                new Failed("tests/test_cart.py::test_total", "assert 3 == 4"),
                                new Failed("tests/test_db.py::test_open", ""))));
        assertThat(PrintedResults.of("5 passed in 1.02s\n")).contains(new TestReport("pytest", 5, 0, 0, List.of()));
    }

    @Test
    void nodesRunnerIsReadInBothItsForms() {
        assertThat(PrintedResults.of("""
                ✔ adds (0.5ms)
                ✖ divides (0.7ms)
                ℹ tests 2
                ℹ pass 1
                ℹ fail 1
                ℹ skipped 0
                """))
                .contains(new TestReport("node", 1, 1, 0, List.of(new Failed("divides", ""))));
        assertThat(PrintedResults.of("ok 1 - adds\nnot ok 2 - divides\n# pass 1\n# fail 1\n# skipped 0\n"))
                .contains(new TestReport("node", 1, 1, 0, List.of(new Failed("divides", ""))));
    }

    @Test
    void otherOutputIsNoReportAndNothingMakesItThrow() {
        assertThat(PrintedResults.of("BUILD SUCCESS")).isEmpty();
        Random random = new Random(2);
        String words = "= 1 99999999999 failed, passed in 0.1s\nFAILED a::b - x\n# pass 1\nℹ ✖ not ok 2 - ";
        for (int i = 0; i < 5_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int j = 0; j < 20; j++) {
                int at = random.nextInt(words.length());
                text.append(words, at, Math.min(words.length(), at + 1 + random.nextInt(12)));
            }
            assertThat(PrintedResults.of(text.toString())).isNotNull();
        }
    }

    private static void report(Path file, Instant written, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        Files.setLastModifiedTime(file, FileTime.from(written));
    }
}
