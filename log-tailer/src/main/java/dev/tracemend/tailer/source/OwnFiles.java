package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What we write ourselves: our own folder, and the files that our output goes to. Following them would never end. */
final class OwnFiles {
    private final Path folder;
    private final Set<FileIdentity> outputs = new HashSet<>();

    OwnFiles(Path folder) {
        this.folder = real(folder);
        for (String output : List.of("/proc/self/fd/1", "/proc/self/fd/2")) {
            Path path = Path.of(output);
            try {
                if (Files.isRegularFile(path)) {
                    outputs.add(FileIdentity.of(path));
                }
            } catch (IOException e) {
                // Not a file; then nobody can follow it.
                continue;
            }
        }
    }

    boolean isOwnFolder(Path visited) {
        return real(visited).startsWith(folder);
    }

    boolean isOwn(Path file) throws IOException {
        return real(file).startsWith(folder) || (!outputs.isEmpty() && outputs.contains(FileIdentity.of(file)));
    }

    private static Path real(Path path) {
        try {
            return path.toRealPath();
        } catch (IOException e) {
            return path.toAbsolutePath().normalize();
        }
    }
}
