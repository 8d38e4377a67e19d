package dev.tracemend.tailer.source;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AnyBytesTest {
    @TempDir
    private Path folder;

    @Test
    void whatIsPublishedIsTheFileLineForLine() throws Exception {
        new AnyBytes(folder, 20_261_121).check(1_500);
    }
}
