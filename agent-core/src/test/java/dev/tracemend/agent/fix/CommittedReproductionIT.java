package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.FixOutcome.Verified;
import dev.tracemend.agent.judge.Judge;
import dev.tracemend.agent.judge.JudgeConfig;
import dev.tracemend.agent.judge.minion.TestOutcome;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.workspace.ProjectDetector;
import dev.tracemend.logs.StackTrace;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reproduction goes with the fix as a test of the JUnit that the project has. */
class CommittedReproductionIT {
    private static final String TEST = "src/test/java/shop/DiscountReproductionTest.java";

    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({
        "junit-jupiter-|opentest4j|apiguardian|junit-platform-commons, org.junit.jupiter.api.Test",
        "junit-4|hamcrest, org.junit.Test"
    })
    void failsAsLoggedWithoutTheFixAndPassesWithIt(String jars, String annotation) throws IOException {
        Path workspace = ShopCheckout.in(folder.resolve("shop"));
        provide(workspace, jars);
        FixConfig config = FixConfig.in(workspace, folder.resolve("data")).withReproduction();

        FixOutcome outcome = new FixProgram(config, List.of()).fix(ShopCheckout.task(), line -> {});

        assertThat(outcome).isInstanceOf(Verified.class);
        Change change = ((Verified) outcome).change();
        assertThat(change.files()).as(outcome.report().keyPoints().toString()).containsExactly(ShopCheckout.PATH, TEST);
        assertThat(change.diff()).contains("+import " + annotation + ";");

        Path diff = Files.writeString(folder.resolve("fix.diff"), change.diff());
        ShopCheckout.git(workspace, "apply", diff.toString());
        assertThat(tests(workspace)).singleElement().satisfies(test -> assertThat(test.passed())
                .isTrue());

        ShopCheckout.git(workspace, "checkout", "-q", "--", ShopCheckout.PATH);
        assertThat(tests(workspace)).singleElement().satisfies(test -> {
            assertThat(test.passed()).isFalse();
            assertThat(test.chain()).anySatisfy(thrown -> {
                assertThat(thrown.type()).isEqualTo("java.lang.StringIndexOutOfBoundsException");
                assertThat(thrown.className() + "." + thrown.method() + ":" + thrown.line())
                        .isEqualTo("shop.Discount.campaign:8");
            });
        });
    }

    @Test
    void withoutJUnitOnTheClassPathNoTestIsAddedAndTheReportSaysSo() {
        Path workspace = ShopCheckout.in(folder.resolve("shop"));
        FixConfig config = FixConfig.in(workspace, folder.resolve("data")).withReproduction();

        FixOutcome outcome = new FixProgram(config, List.of()).fix(ShopCheckout.task(), line -> {});

        assertThat(((Verified) outcome).change().files()).containsExactly(ShopCheckout.PATH);
        assertThat(outcome.report().keyPoints()).anyMatch(point -> point.startsWith("no test goes with the fix"));
    }

    /** Puts jars of this test's class path into the project, as such projects have them, and commits them. */
    private static void provide(Path workspace, String names) throws IOException {
        Path lib = Files.createDirectories(workspace.resolve("lib"));
        List<Path> jars = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(jar -> jar.getFileName().toString().matches("(?:" + names + ").*\\.jar"))
                .toList();
        assertThat(jars).isNotEmpty();
        for (Path jar : jars) {
            Files.copy(jar, lib.resolve(jar.getFileName()));
        }
        ShopCheckout.git(workspace, "add", "-A");
        ShopCheckout.git(
                workspace, "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "-m", "libraries");
    }

    private List<TestOutcome> tests(Path workspace) {
        Evidence none = new Evidence(StackTrace.NONE, List.of(), List.of());
        try (Judge judge = Judge.open(
                ProjectDetector.inspect(workspace, folder.resolve("cache"), "").project(),
                none,
                JudgeConfig.in(folder.resolve("judge")))) {
            return judge.testsBefore();
        }
    }
}
