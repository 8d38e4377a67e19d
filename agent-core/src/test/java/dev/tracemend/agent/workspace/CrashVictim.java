package dev.tracemend.agent.workspace;

import dev.tracemend.agent.edit.FileChange;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** A process that applies a change of 20 files and takes it back, again and again, until it is killed. */
final class CrashVictim {
    private CrashVictim() {}

    public static void main(String[] args) throws Exception {
        Path root = Path.of(args[0]);
        Workspace workspace = Workspace.open(root, WorkspaceConfig.of(Path.of(args[1])));
        List<FileChange> change = change();
        cycle(workspace, change); // the first time takes longest, and most of it is the loading of classes
        System.out.write('r');
        System.out.flush();
        if (System.in.read() != 'g') {
            return;
        }
        while (true) {
            cycle(workspace, change);
        }
    }

    private static void cycle(Workspace workspace, List<FileChange> change) throws WorkspaceException {
        workspace.write(change);
        if (workspace.undo().isEmpty()) {
            throw new IllegalStateException("nothing to undo");
        }
    }

    /** The tree before: 12 files that are edited, 3 that are deleted, 2 that are renamed. */
    static void plant(Path root) throws IOException {
        for (int i = 0; i < 17; i++) {
            Path file = root.resolve("src/p" + i % 4 + "/F" + i + ".txt");
            Files.createDirectories(file.getParent());
            Files.writeString(file, old(i));
        }
    }

    /** 20 files: 12 edited, 3 created in new folders, 3 deleted, 2 renamed. */
    static List<FileChange> change() {
        List<FileChange> changes = new ArrayList<>();
        for (int i = 0; i < 17; i++) {
            String path = "src/p" + i % 4 + "/F" + i + ".txt";
            Optional<byte[]> after = i >= 12 && i < 15 ? Optional.empty() : bytes("new " + old(i));
            boolean renamed = i >= 15;
            changes.add(new FileChange(
                    renamed ? "moved/to/F" + i + ".txt" : path,
                    renamed ? Optional.of(path) : Optional.empty(),
                    bytes(old(i)),
                    after,
                    i == 3 ? OptionalInt.of(0755) : OptionalInt.empty()));
        }
        for (int i = 17; i < 20; i++) {
            changes.add(new FileChange(
                    "fresh/deep" + i + "/F.txt",
                    Optional.empty(),
                    Optional.empty(),
                    bytes("created " + i),
                    OptionalInt.empty()));
        }
        return changes;
    }

    private static String old(int i) {
        return ("line of file " + i + "\n").repeat(200 + 300 * (i % 5));
    }

    private static Optional<byte[]> bytes(String text) {
        return Optional.of(text.getBytes(StandardCharsets.UTF_8));
    }
}
