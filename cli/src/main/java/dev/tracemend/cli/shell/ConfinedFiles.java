package dev.tracemend.cli.shell;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributeView;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Set;

/**
 * Files of one folder. A path is resolved with its links, must end inside, and is then opened folder by folder without
 * following any, so that a link put there meanwhile is refused and not followed.
 */
final class ConfinedFiles {
    static final int MOST_BYTES = 16 << 20;

    private final Path root;

    ConfinedFiles(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /** What a file holds. */
    byte[] read(String path) throws StepRefusal {
        Path relative = inside(path);
        try (Folders folders = new Folders(relative)) {
            Path name = relative.getFileName();
            var view =
                    folders.last().getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().isRegularFile()) {
                throw new StepRefusal("not_a_file", path + " is no regular file");
            }
            if (view.readAttributes().size() > MOST_BYTES) {
                throw new StepRefusal("too_large", path + " is larger than " + MOST_BYTES + " bytes: read it in a run");
            }
            try (SeekableByteChannel in =
                    folders.last().newByteChannel(name, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS))) {
                return all(in);
            }
        } catch (NoSuchFileException absent) {
            throw new StepRefusal("not_found", path + " does not exist");
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static byte[] all(SeekableByteChannel in) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(in.size(), MOST_BYTES));
        while (buffer.hasRemaining() && in.read(buffer) >= 0) {
            // until it is full or the file ends
        }
        return java.util.Arrays.copyOf(buffer.array(), buffer.position());
    }

    /** Writes a file, makes its folders; another name of the same file (a hard link) keeps the old content. */
    boolean write(String path, byte[] content) throws StepRefusal {
        Path relative = inside(path);
        if (relative.getName(0).toString().equalsIgnoreCase(".git")) {
            throw new StepRefusal("outside_workspace", path + " belongs to git: use git in a run");
        }
        try {
            Files.createDirectories(root.resolve(relative).getParent());
            try (Folders folders = new Folders(relative)) {
                return replace(folders.last(), relative.getFileName(), content);
            }
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static boolean replace(SecureDirectoryStream<Path> folder, Path name, byte[] content) throws IOException {
        Path draft = Path.of("." + name + ".tracemend-" + System.nanoTime());
        boolean existed = exists(folder, name);
        Set<OpenOption> fresh =
                Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
        try (SeekableByteChannel out = folder.newByteChannel(draft, fresh)) {
            ByteBuffer bytes = ByteBuffer.wrap(content);
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
        }
        try {
            folder.move(draft, folder, name);
        } catch (IOException refused) {
            folder.deleteFile(draft);
            throw refused;
        }
        return !existed;
    }

    private static boolean exists(SecureDirectoryStream<Path> folder, Path name) throws IOException {
        try {
            var view = folder.getFileAttributeView(name, BasicFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
            if (!view.readAttributes().isRegularFile()) {
                throw new FileSystemException(name.toString(), null, "is no regular file");
            }
            return true;
        } catch (NoSuchFileException absent) {
            return false;
        }
    }

    /** The path below the root with its links resolved, as far as it exists. */
    private Path inside(String path) throws StepRefusal {
        try {
            Path wanted = root.resolve(path).normalize();
            Path real = wanted;
            Path rest = Path.of("");
            while (!Files.exists(real, LinkOption.NOFOLLOW_LINKS) && real.getParent() != null) {
                rest = real.getFileName().resolve(rest);
                real = real.getParent();
            }
            Path resolved = real.toRealPath().resolve(rest).normalize();
            if (path.isEmpty() || !resolved.startsWith(root) || resolved.equals(root)) {
                throw new StepRefusal("outside_workspace", path + " is not a file inside " + root);
            }
            return root.relativize(resolved);
        } catch (java.nio.file.InvalidPathException bad) {
            throw new StepRefusal("bad_step", "\"path\" is no path: " + bad.getReason());
        } catch (NoSuchFileException dangling) {
            throw new StepRefusal("outside_workspace", path + " is a link to nothing");
        } catch (IOException e) {
            throw failed(path, e);
        }
    }

    private static StepRefusal failed(String path, IOException e) {
        return new StepRefusal("io", path + ": " + (e.getMessage() == null ? e.toString() : e.getMessage()));
    }

    /** The folders on the way to a file, each opened in the one before. */
    private final class Folders implements AutoCloseable {
        private final Deque<SecureDirectoryStream<Path>> open = new ArrayDeque<>();

        Folders(Path relative) throws IOException {
            open.push(secure(Files.newDirectoryStream(root)));
            try {
                for (int i = 0; i < relative.getNameCount() - 1; i++) {
                    open.push(open.peek().newDirectoryStream(relative.getName(i), LinkOption.NOFOLLOW_LINKS));
                }
            } catch (IOException e) {
                close();
                throw e;
            }
        }

        @SuppressWarnings("unchecked")
        private SecureDirectoryStream<Path> secure(java.nio.file.DirectoryStream<Path> stream) throws IOException {
            if (stream instanceof SecureDirectoryStream<?> secure) {
                return (SecureDirectoryStream<Path>) secure;
            }
            stream.close();
            throw new IOException("this file system cannot open files without following links");
        }

        SecureDirectoryStream<Path> last() {
            return open.getFirst();
        }

        @Override
        public void close() throws IOException {
            for (SecureDirectoryStream<Path> stream : open) {
                stream.close();
            }
        }
    }
}
