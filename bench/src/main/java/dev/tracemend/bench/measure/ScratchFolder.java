package dev.tracemend.bench.measure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/** A folder for the time of one run. */
public record ScratchFolder(Path path) implements AutoCloseable {
    /** Made among the system's temporary files; {@code name} is what its name begins with. */
    public static ScratchFolder of(String name) throws IOException {
        return new ScratchFolder(Files.createTempDirectory(name));
    }

    /** Removes it with all that is in it. */
    @Override
    public void close() throws IOException {
        try (Stream<Path> all = Files.walk(path)) {
            for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(each);
            }
        }
    }
}
