package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tracemend.logs.machine.GitFolder;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code fix "failing tests"} as a user types it. */
class FixTestsIT {
    private static final Duration LIMIT = Duration.ofMinutes(4);
    private static final String SOURCE = """
        package bank;

        public class Fee {
            public static int of(int cents) {
                if (cents > 1000) {
                    return 0;
                }
                return 25;
            }
        }
        """;
    private static final String TEST = """
        package bank;

        import static org.junit.jupiter.api.Assertions.assertEquals;

        import org.junit.jupiter.api.Test;

        class FeeTest {
            @Test
            void largeOnesAreFree() { assertEquals(0, Fee.of(2000)); }

            @Test
            void theBoundIsFreeToo() { assertEquals(0, Fee.of(1000)); }

            @Test
            void smallOnesAreNot() { assertEquals(25, Fee.of(999)); }

            @Test
            void noneIsNot() { assertEquals(25, Fee.of(0)); }
        }
        """;
    private static final String POM = """
        <project xmlns="http://maven.apache.org/POM/4.0.0">
          <modelVersion>4.0.0</modelVersion>
          <groupId>bank</groupId>
          <artifactId>bank</artifactId>
          <version>1</version>
          <properties><maven.compiler.release>17</maven.compiler.release></properties>
          <dependencies>
            <dependency>
              <groupId>org.junit.jupiter</groupId>
              <artifactId>junit-jupiter-api</artifactId>
              <version>%s</version>
              <scope>test</scope>
            </dependency>
          </dependencies>
        </project>
        """;

    @TempDir
    private Path home;

    @Test
    void aMavenProjectsFailingTestIsMendedOnABranch() throws Exception {
        Path repo = home.resolve("repo");
        write(repo.resolve("pom.xml"), POM.formatted(version()));
        write(repo.resolve("src/main/java/bank/Fee.java"), SOURCE);
        write(repo.resolve("src/test/java/bank/FeeTest.java"), TEST);
        GitFolder.commit(repo);
        try (TracemendProcess run = fix(repo, "--branch", "--json")) {
            assertThat(run.await(LIMIT)).as(run.stderr() + run.stdout()).isZero();
            JsonNode told = new ObjectMapper().readTree(run.stdout());
            assertThat(told.path("status").asText()).as(run.stdout()).isEqualTo("verified");
            assertThat(told.path("diff").asText()).contains("cents >= 1000").doesNotContain("FeeTest.java");
            assertThat(run.stderr()).contains("candidates of the rules");
            assertThat(GitFolder.git(repo, "status", "--short")).isEmpty();
            assertThat(GitFolder.git(repo, "branch", "--list", "tracemend/*")).contains("tracemend/fix-1");
        }
    }

    @Test
    void sourcesTestsAndAFolderOfJarsAreEnough() throws Exception {
        Path repo = home.resolve("repo");
        write(repo.resolve("src/bank/Fee.java"), SOURCE);
        write(repo.resolve("test/bank/FeeTest.java"), TEST);
        for (Path jar : jUnit()) {
            Files.createDirectories(repo.resolve("lib"));
            Files.copy(jar, repo.resolve("lib").resolve(jar.getFileName()));
        }
        GitFolder.commit(repo);
        try (TracemendProcess run = fix(repo, "--apply")) {
            assertThat(run.await(LIMIT)).as(run.stderr() + run.stdout()).isZero();
            assertThat(Files.readString(repo.resolve("src/bank/Fee.java"))).contains("cents >= 1000");
            assertThat(Files.readString(repo.resolve("test/bank/FeeTest.java"))).isEqualTo(TEST);
        }
    }

    @Test
    void whereNoTestFailsThatIsSaid() throws Exception {
        Path repo = home.resolve("repo");
        write(repo.resolve("pom.xml"), POM.formatted(version()));
        write(repo.resolve("src/main/java/bank/Fee.java"), SOURCE.replace("> 1000", ">= 1000"));
        write(repo.resolve("src/test/java/bank/FeeTest.java"), TEST);
        GitFolder.commit(repo);
        try (TracemendProcess run = fix(repo)) {
            run.await(LIMIT);
            assertThat(run.stdout() + run.stderr()).contains("no test fails: all 4 pass");
        }
    }

    private TracemendProcess fix(Path repo, String... more) {
        List<String> words =
                new ArrayList<>(List.of("fix", "failing tests", "--workspace", repo.toString(), "--no-model"));
        words.addAll(List.of(more));
        return TracemendProcess.start(home, words.toArray(String[]::new));
    }

    private static String version() {
        String api = jUnit().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith("junit-jupiter-api"))
                .findFirst()
                .orElseThrow();
        return api.replaceAll("junit-jupiter-api-|\\.jar", "");
    }

    private static List<Path> jUnit() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*/(junit-jupiter|junit-platform|opentest4j|apiguardian)[^/]*\\.jar"))
                .map(Path::of)
                .distinct()
                .toList();
    }

    private static void write(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
