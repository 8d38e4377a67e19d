package dev.tracemend.streams.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CheckpointFolderTest {
    @TempDir
    private Path folder;

    @Test
    void twoJobsNeverShareAFolder() {
        try (CheckpointFolder taken = CheckpointFolder.take(folder)) {
            assertThatThrownBy(() -> CheckpointFolder.take(folder)).hasMessageContaining("in use by another job");
            assertThat(taken.query()).isEqualTo(folder.resolve(SparkWindowJob.QUERY));
        }
        CheckpointFolder.take(folder).close();
    }

    @Test
    void whatAKilledJobLeftIsSweptButNotItsCheckpoint() throws Exception {
        Files.createDirectories(folder.resolve("tmp/blockmgr-1/0c"));
        Files.writeString(folder.resolve("tmp/blockmgr-1/0c/file"), "x");
        Files.createDirectories(folder.resolve(SparkWindowJob.QUERY + "/offsets"));

        try (CheckpointFolder taken = CheckpointFolder.take(folder)) {
            assertThat(taken.tmp()).isEmptyDirectory();
            assertThat(taken.query().resolve("offsets")).exists();
        }
    }
}
