package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code apply} and {@code undo} through the launcher, as people and scripts run them. */
class ApplyIT {
    private static final String GOOD = """
            Two changes:

            src/a.txt
            ```
            <<<<<<< SEARCH
            two
            =======
            TWO
            >>>>>>> REPLACE
            ```

            b.txt
            ```
            <<<<<<< SEARCH
            beta
            =======
            BETA
            >>>>>>> REPLACE
            ```
            """;
    private static final String BAD = GOOD.replace("\nbeta\n", "\nnot there at all\n");

    @TempDir
    private Path home;

    private Path work;

    @BeforeEach
    void plant() throws IOException {
        work = Files.createDirectories(home.resolve("work/src")).getParent();
        Files.writeString(work.resolve("src/a.txt"), "one\r\ntwo\r\nthree");
        Files.writeString(work.resolve("b.txt"), "alpha\nbeta\ngamma\n");
    }

    @Test
    void appliesAReplyAndTakesItBack() throws Exception {
        Files.writeString(home.resolve("reply.md"), GOOD);
        Ran applied = run("", "apply", "--workspace", "work", "reply.md");
        assertThat(applied.exit()).as(applied.toString()).isZero();
        assertThat(applied.out()).contains("src/a.txt", "b.txt", "line 2", "exact", "wrote");
        assertThat(Files.readString(work.resolve("src/a.txt"))).isEqualTo("one\r\nTWO\r\nthree");
        assertThat(Files.readString(work.resolve("b.txt"))).isEqualTo("alpha\nBETA\ngamma\n");
        assertThat(work.toFile().list()).containsExactlyInAnyOrder("src", "b.txt");

        Ran undone = run("", "undo", "--workspace", "work");
        assertThat(undone.exit()).as(undone.toString()).isZero();
        assertThat(Files.readString(work.resolve("src/a.txt"))).isEqualTo("one\r\ntwo\r\nthree");
        assertThat(Files.readString(work.resolve("b.txt"))).isEqualTo("alpha\nbeta\ngamma\n");

        Ran nothing = run("", "undo", "--workspace", "work", "--json");
        assertThat(nothing.exit()).isEqualTo(5);
        assertThat(nothing.json().path("status").asText()).isEqualTo("nothing");
    }

    @Test
    void oneRefusedBlockKeepsAllFilesAsTheyAre() throws Exception {
        Ran refused = run(BAD, "apply", "--workspace", "work", "--json", "-");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(5);
        JsonNode report = refused.json();
        assertThat(report.path("status").asText()).isEqualTo("refused");
        assertThat(report.path("written").asBoolean()).isFalse();
        assertThat(report.path("files")).isEmpty();
        assertThat(report.path("feedback").asText()).contains("b.txt");
        assertThat(report.path("blocks")).anySatisfy(block -> {
            assertThat(block.path("block").asInt()).isEqualTo(2);
            assertThat(block.path("status").asText()).isEqualTo("refused");
            assertThat(block.path("reason").asText()).isEqualTo("NO_MATCH");
            assertThat(block.path("path").asText()).isEqualTo("b.txt");
        });
        assertThat(Files.readString(work.resolve("src/a.txt"))).contains("two");

        Ran partial = run(BAD, "apply", "--workspace", "work", "--json", "--partial");
        assertThat(partial.exit()).as(partial.toString()).isEqualTo(5);
        assertThat(partial.json().path("status").asText()).isEqualTo("partial");
        assertThat(Files.readString(work.resolve("src/a.txt"))).contains("TWO");
    }

    @Test
    void aRehearsalWritesNothing() throws Exception {
        Ran rehearsed = run(GOOD, "apply", "--workspace", "work", "--dry-run", "--json");
        assertThat(rehearsed.exit()).as(rehearsed.toString()).isZero();
        JsonNode report = rehearsed.json();
        assertThat(report.path("status").asText()).isEqualTo("applied");
        assertThat(report.path("written").asBoolean()).isFalse();
        assertThat(report.path("files")).hasSize(2);
        assertThat(report.path("files").get(0).path("change").asText()).isEqualTo("modified");
        assertThat(Files.readString(work.resolve("b.txt"))).contains("beta");
        assertThat(home.resolve(".local/share/tracemend/journals")).doesNotExist();
    }

    @Test
    void nothingOutsideTheFolderIsTouched() throws Exception {
        Files.writeString(home.resolve("secret.txt"), "two\n");
        Files.createSymbolicLink(work.resolve("link.txt"), home.resolve("secret.txt"));
        for (String path : List.of("../secret.txt", home.resolve("secret.txt").toString(), "link.txt", ".git/config")) {
            String reply = GOOD.substring(0, GOOD.indexOf("b.txt")).replace("src/a.txt", path);
            Ran refused = run(reply, "apply", "--workspace", "work", "--json");
            assertThat(refused.exit()).as("%s %s", path, refused).isEqualTo(5);
            assertThat(refused.json().path("written").asBoolean()).isFalse();
        }
        assertThat(Files.readString(home.resolve("secret.txt"))).isEqualTo("two\n");
    }

    @Test
    void undoRefusesWhenAFileWasChangedSince() throws Exception {
        assertThat(run(GOOD, "apply", "--workspace", "work").exit()).isZero();
        Files.writeString(work.resolve("b.txt"), "mine\n");
        Ran refused = run("", "undo", "--workspace", "work", "--json");
        assertThat(refused.exit()).as(refused.toString()).isEqualTo(5);
        assertThat(refused.json().path("reason").asText()).isEqualTo("FILE_CHANGED");
        assertThat(refused.json().path("files").get(0).asText()).isEqualTo("b.txt");
        assertThat(Files.readString(work.resolve("src/a.txt"))).contains("TWO");
    }

    @Test
    void settingsOfTheFolderDoNotMoveTheWorkspace() throws Exception {
        Path other = Files.createDirectories(home.resolve("other"));
        Files.writeString(home.resolve("tracemend.yml"), "workspace: " + other + "\n");
        Ran applied = run("x.txt\n```\n<<<<<<< SEARCH\n=======\nnew\n>>>>>>> REPLACE\n```\n", "apply", "--json");
        assertThat(applied.json().path("workspace").asText())
                .isEqualTo(home.toRealPath().toString());
        assertThat(other).isEmptyDirectory();
    }

    @Test
    void wrongUsageAndMissingThingsAreTold() throws Exception {
        told(2, "--format", "apply", "--format", "smoke");
        told(2, "--frob", "apply", "--frob");
        told(3, "no-such-reply", "apply", "no-such-reply");
        told(3, "no-such-folder", "apply", "--workspace", "no-such-folder", "-");
        told(3, "no-such-folder", "undo", "--workspace", "no-such-folder");
        Ran empty = run("just words\n", "apply", "--workspace", "work", "--json");
        assertThat(empty.exit()).isEqualTo(5);
        assertThat(empty.json().path("status").asText()).isEqualTo("empty");
    }

    private void told(int exit, String word, String... arguments) throws Exception {
        Ran ran = run("", arguments);
        assertThat(ran.exit()).as(ran.toString()).isEqualTo(exit);
        assertThat(ran.err()).contains(word).doesNotContain("\tat ").doesNotContain("Exception");
    }

    private record Ran(int exit, String out, String err) {
        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(out);
        }
    }

    private Ran run(String typed, String... arguments) throws Exception {
        List<String> words = new ArrayList<>(List.of(arguments));
        try (TracemendProcess command =
                TracemendProcess.start(home, Map.of(), words).type(typed)) {
            int exit = command.await(Duration.ofSeconds(60));
            return new Ran(exit, command.stdout(), command.stderr());
        }
    }
}
