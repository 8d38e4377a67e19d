package dev.tracemend.tailer.source;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class AnyBytesIT {
    @TempDir
    private Path folder;

    @Test
    @Timeout(600)
    void whatIsPublishedOfFiftyThousandFilesIsTheFilesLineForLine() throws Exception {
        new AnyBytes(folder, 7).check(50_000);
    }
}
