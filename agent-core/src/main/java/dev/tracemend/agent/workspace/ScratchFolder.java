package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** An empty folder of our own, named for the process that owns it and deleted with all it holds at close. */
public final class ScratchFolder implements AutoCloseable {
    private final Path path;

    private ScratchFolder(Path path) {
        this.path = path;
    }

    /** Makes a folder below {@code scratchRoot}, which is made when absent. */
    public static ScratchFolder create(Path scratchRoot, String name) throws IOException {
        Path parent = Files.createDirectories(scratchRoot).toRealPath();
        return new ScratchFolder(Files.createDirectory(ScratchOwner.self().folder(parent, name)));
    }

    /** The folder's real path. */
    public Path path() {
        return path;
    }

    /** Deletes what lies in it. */
    public void empty() {
        String[] left = path.toFile().list();
        for (String name : left == null ? new String[0] : left) {
            ScratchOwner.deleteTree(path.resolve(name));
        }
    }

    @Override
    public void close() {
        ScratchOwner.deleteTree(path);
    }
}
