package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.FileChange;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever changes are written one after the other, undoing them shows every tree of before again, to the byte. */
class UndoPropertyTest {
    private static final List<String> MODES = List.of("rw-r--r--", "rwxr-xr-x", "r--r--r--", "rw-------", "rwx--x---");

    @TempDir
    private Path temp;

    @Test
    void undoShowsEveryEarlierTreeAgain() throws Exception {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            Path root = Files.createDirectories(temp.resolve("tree" + seed));
            if (seed % 2 == 0) {
                new GitSandbox(root);
            }
            plant(root, random);
            Workspace workspace = Workspace.open(root, WorkspaceConfig.of(temp.resolve("state")));
            Deque<TreePicture> pictures = new ArrayDeque<>();
            for (int change = 0; change < 5; change++) {
                TreePicture now = TreePicture.of(root);
                List<FileChange> changes = changes(root, random);
                if (!changes.isEmpty()) {
                    pictures.push(now);
                    workspace.write(changes);
                    assertThat(TreePicture.of(root)).as("seed %d", seed).isNotEqualTo(now);
                }
            }
            while (!pictures.isEmpty()) {
                assertThat(workspace.undo()).isPresent();
                assertThat(TreePicture.of(root)).as("seed %d", seed).isEqualTo(pictures.pop());
            }
            assertThat(workspace.undo()).isEmpty();
        }
    }

    private static void plant(Path root, Random random) throws IOException {
        for (int i = 0; i < 12; i++) {
            Path file = root.resolve(name(random, i));
            Files.createDirectories(file.getParent());
            Files.write(file, bytes(random));
            String mode = MODES.get(random.nextInt(MODES.size()));
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
        }
    }

    private static String name(Random random, int i) {
        String folder = List.of("", "a/", "a/b/", "c d/", "ü/é/", "a/b/c/d/").get(random.nextInt(6));
        return folder + List.of("f", "x y", "ß", "'q'", "%20", "日本").get(random.nextInt(6)) + i;
    }

    private static byte[] bytes(Random random) {
        byte[] bytes = new byte[random.nextInt(3) == 0 ? 0 : random.nextInt(5_000)];
        random.nextBytes(bytes);
        return bytes;
    }

    private static List<FileChange> changes(Path root, Random random) throws IOException {
        List<String> files = files(root);
        Collections.shuffle(files, random);
        List<FileChange> changes = new ArrayList<>();
        for (int i = 0; i < Math.min(6, files.size()); i++) {
            String path = files.get(i);
            Optional<byte[]> before = Optional.of(Files.readAllBytes(root.resolve(path)));
            byte[] edited = bytes(random);
            OptionalInt mode = random.nextInt(4) == 0 ? OptionalInt.of(0711) : OptionalInt.empty();
            switch (random.nextInt(4)) {
                case 0 -> changes.add(new FileChange(path, Optional.empty(), before, Optional.empty(), mode));
                case 1 ->
                    changes.add(new FileChange(
                            "moved" + random.nextInt(1_000_000) + "/" + path,
                            Optional.of(path),
                            before,
                            Optional.of(edited),
                            mode));
                default ->
                    changes.add(new FileChange(path, Optional.empty(), before, Optional.of(longer(edited)), mode));
            }
        }
        for (int i = random.nextInt(4); i > 0; i--) {
            String path = "new" + random.nextInt(1_000_000) + "/" + name(random, i);
            changes.add(new FileChange(
                    path, Optional.empty(), Optional.empty(), Optional.of(bytes(random)), OptionalInt.empty()));
        }
        return changes;
    }

    /** Never the bytes it had: those are shorter than this. */
    private static byte[] longer(byte[] bytes) {
        return java.util.Arrays.copyOf(bytes, bytes.length + 6_000);
    }

    private static List<String> files(Path root) throws IOException {
        try (Stream<Path> all = Files.walk(root)) {
            return new ArrayList<>(
                    all.filter(path -> !path.startsWith(root.resolve(".git")) && Files.isRegularFile(path))
                            .map(path -> root.relativize(path).toString())
                            .sorted()
                            .toList());
        }
    }
}
