package dev.tracemend.agent.workspace.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A folder held open by the operating system: what happens to its path after it was opened does not matter. */
final class SecureTreeFolder implements TreeFolder {
    private static final Path HERE = Path.of(".");

    private final Path root;
    private final Path path;
    private final SecureDirectoryStream<Path> stream;

    private SecureTreeFolder(Path root, Path path, SecureDirectoryStream<Path> stream) {
        this.root = root;
        this.path = path;
        this.stream = stream;
    }

    /** Opens the root; empty where the system cannot hold folders open. */
    static Optional<TreeFolder> root(Path root) throws IOException {
        DirectoryStream<Path> opened = Files.newDirectoryStream(root);
        if (opened instanceof SecureDirectoryStream<Path> secure) {
            return Optional.of(new SecureTreeFolder(root, root, secure));
        }
        opened.close();
        return Optional.empty();
    }

    @Override
    public Optional<FileStat> stat(String name) throws IOException {
        try {
            PosixFileAttributes found = view(name).readAttributes();
            FileStat.Kind kind = found.isRegularFile()
                    ? FileStat.Kind.FILE
                    : found.isDirectory()
                            ? FileStat.Kind.FOLDER
                            : found.isSymbolicLink() ? FileStat.Kind.LINK : FileStat.Kind.OTHER;
            String identity = String.valueOf(found.fileKey());
            return Optional.of(
                    new FileStat(kind, found.size(), found.lastModifiedTime(), found.permissions(), identity));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public TreeFolder open(String name) throws IOException {
        // Opening a pipe would wait for its other end, so it is looked at first; a link fails in the opening itself.
        if (stat(name).filter(found -> found.kind() == FileStat.Kind.FOLDER).isEmpty()) {
            throw new NotDirectoryException(name);
        }
        return new SecureTreeFolder(
                root, path.resolve(name), stream.newDirectoryStream(Path.of(name), LinkOption.NOFOLLOW_LINKS));
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        Set<OpenOption> how = Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);
        try (SeekableByteChannel channel = stream.newByteChannel(Path.of(name), how)) {
            return FileBytes.read(channel, most);
        }
    }

    @Override
    public void create(String name, byte[] bytes, boolean lasting) throws IOException {
        Set<OpenOption> how =
                Set.of(StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);
        try (SeekableByteChannel channel = stream.newByteChannel(Path.of(name), how)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            if (lasting) {
                FileBytes.force(channel);
            }
        }
    }

    @Override
    public void setMode(String name, Set<PosixFilePermission> mode) throws IOException {
        view(name).setPermissions(mode);
    }

    @Override
    public void giveAs(String name, String model) throws IOException {
        PosixFileAttributes wanted = view(model).readAttributes();
        PosixFileAttributes has = view(name).readAttributes();
        if (!has.owner().equals(wanted.owner())) {
            view(name).setOwner(wanted.owner());
        }
        if (!has.group().equals(wanted.group())) {
            view(name).setGroup(wanted.group());
        }
    }

    @Override
    public void move(String name, TreeFolder to, String newName) throws IOException {
        stream.move(Path.of(name), ((SecureTreeFolder) to).stream, Path.of(newName));
    }

    /** There is no way to make a folder within an opened one; one made at the root is moved there instead. */
    @Override
    public void makeFolder(String name, String staging) throws IOException {
        Files.createDirectory(root.resolve(staging));
        try (TreeFolder top = root(root).orElseThrow()) {
            try {
                top.move(staging, this, name);
            } catch (IOException failed) {
                top.deleteFolder(staging);
                if (stat(name).isPresent() || !makeByPath(name)) {
                    throw failed;
                }
            }
        }
    }

    /** A folder on another file system than the root cannot be moved there. It is made by its path, and looked for. */
    private boolean makeByPath(String name) throws IOException {
        Path made = Files.createDirectory(path.resolve(name));
        if (stat(name).isPresent()) {
            return true;
        }
        Files.delete(made);
        return false;
    }

    @Override
    public void delete(String name) throws IOException {
        stream.deleteFile(Path.of(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        stream.deleteDirectory(Path.of(name));
    }

    @Override
    public List<String> names() throws IOException {
        List<String> names = new ArrayList<>();
        try (SecureDirectoryStream<Path> again = stream.newDirectoryStream(HERE)) {
            again.forEach(entry -> names.add(String.valueOf(entry.getFileName())));
        }
        return names;
    }

    @Override
    public void force() throws IOException {
        Set<OpenOption> how = Set.of(StandardOpenOption.READ);
        try (SeekableByteChannel channel = stream.newByteChannel(HERE, how)) {
            if (channel instanceof FileChannel file) {
                file.force(true);
            }
        }
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }

    private PosixFileAttributeView view(String name) throws IOException {
        PosixFileAttributeView view =
                stream.getFileAttributeView(Path.of(name), PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
        if (view == null) {
            throw new IOException("the file system tells no permissions");
        }
        return view;
    }
}
