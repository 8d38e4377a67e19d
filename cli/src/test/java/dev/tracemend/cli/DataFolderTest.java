package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DataFolderTest {
    @TempDir
    private Path home;

    @BeforeEach
    void realHome() throws IOException {
        home = home.toRealPath();
    }

    @Test
    void aFlagNamesTheFolderItself() {
        assertThat(DataFolder.of(home.resolve("x").toString(), settings(Map.of()), "up-app"))
                .isEqualTo(home.resolve("x"));
    }

    @Test
    void belowASettingOrTheUsersFolderEachPurposeHasItsOwn() {
        String kept = home.resolve("kept").toString();
        Map<String, String> set = Map.of("TRACEMEND_DATA", kept, "XDG_DATA_HOME", "unused");

        // Where no flag is given picocli hands over the setting's value.
        assertThat(DataFolder.of(kept, settings(set), "up-app")).isEqualTo(home.resolve("kept/up-app"));
        assertThat(DataFolder.of("", settings(set), "tailer-app")).isEqualTo(home.resolve("kept/tailer-app"));
        assertThat(DataFolder.of("", settings(Map.of("XDG_DATA_HOME", home.toString())), "status"))
                .isEqualTo(home.resolve("tracemend/status"));
    }

    @Test
    void nothingElseIsKeptWhereEveryDemoEmptiesTheFolder() throws IOException {
        Path demo = DataFolder.of(home.resolve("x").toString(), settings(Map.of()), "demo");
        DemoFolder.fresh(demo).close();

        assertThatThrownBy(() -> DataFolder.of(demo.toString(), settings(Map.of()), "up-app"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining("empties");
        assertThat(DataFolder.of(demo.toString(), settings(Map.of()), "demo")).isEqualTo(demo);
    }

    @Test
    void aFolderThatCannotBeMadeIsToldWithItsFlagAndInWords() throws IOException {
        Path file = Files.createFile(home.resolve("file"));

        assertThatThrownBy(() -> DataFolder.of(file.toString(), settings(Map.of()), "tailer-app", "--state"))
                .isInstanceOf(CommandFailure.class)
                .hasMessageContaining(file + " cannot be made (a file is in its place); name another with --state");
    }

    private static SettingsConfig settings(Map<String, String> environment) {
        return new SettingsConfig(environment, List.of());
    }
}
