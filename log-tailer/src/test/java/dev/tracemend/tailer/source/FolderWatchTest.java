package dev.tracemend.tailer.source;

import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileSystems;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderWatchTest {
    @Test
    void whereAFolderSaysTooMuchToListenToItsFilesAreToBeLookedAt(@TempDir Path folder) throws Exception {
        try (FolderWatch watch = new FolderWatch(FileSystems.getDefault().newWatchService());
                FileChannel file = FileChannel.open(
                        folder.resolve("app.log"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            watch.watch(Set.of(folder));
            await().pollInterval(Duration.ofNanos(1))
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> {
                        file.write(ByteBuffer.wrap(new byte[] {'\n'}));
                        return watch.await(1_000_000).missed();
                    });
        }
    }
}
