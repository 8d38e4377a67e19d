package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.tree.FileVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Every file, folder and link below a root with its permissions and bytes, git's own folder left out. */
record TreePicture(SortedMap<String, String> entries) {

    static TreePicture of(Path root) throws IOException {
        SortedMap<String, String> entries = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            all.filter(path -> !path.startsWith(root.resolve(".git")))
                    .forEach(path -> entries.put(root.relativize(path).toString(), describe(path)));
        }
        return new TreePicture(entries);
    }

    private static String describe(Path path) {
        try {
            if (Files.isSymbolicLink(path)) {
                return "link " + Files.readSymbolicLink(path);
            }
            String mode = PosixFilePermissions.toString(Files.getPosixFilePermissions(path, LinkOption.NOFOLLOW_LINKS));
            boolean file = Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS);
            return mode + (file ? " " + FileVersion.hash(Files.readAllBytes(path)) : "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
