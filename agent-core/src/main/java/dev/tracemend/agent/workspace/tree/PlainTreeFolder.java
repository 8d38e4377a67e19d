package dev.tracemend.agent.workspace.tree;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileOwnerAttributeView;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermission;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** A folder known by its real path, for systems that cannot hold folders open: the path is looked at before each use. */
final class PlainTreeFolder implements TreeFolder {
    private static final LinkOption STAY = LinkOption.NOFOLLOW_LINKS;

    private final Path folder;

    PlainTreeFolder(Path realFolder) {
        this.folder = realFolder;
    }

    @Override
    public Optional<FileStat> stat(String name) throws IOException {
        Path path = at(name);
        try {
            BasicFileAttributes found = Files.readAttributes(path, BasicFileAttributes.class, STAY);
            FileStat.Kind kind = found.isRegularFile()
                    ? FileStat.Kind.FILE
                    : found.isDirectory()
                            ? FileStat.Kind.FOLDER
                            : found.isSymbolicLink() ? FileStat.Kind.LINK : FileStat.Kind.OTHER;
            PosixFileAttributeView posix = Files.getFileAttributeView(path, PosixFileAttributeView.class, STAY);
            Set<PosixFilePermission> mode =
                    posix == null ? Set.of() : posix.readAttributes().permissions();
            String identity = String.valueOf(found.fileKey());
            return Optional.of(new FileStat(kind, found.size(), found.lastModifiedTime(), mode, identity));
        } catch (NoSuchFileException absent) {
            return Optional.empty();
        }
    }

    @Override
    public TreeFolder open(String name) throws IOException {
        if (stat(name).filter(found -> found.kind() == FileStat.Kind.FOLDER).isEmpty()) {
            throw new NotDirectoryException(name);
        }
        return new PlainTreeFolder(at(name));
    }

    @Override
    public byte[] read(String name, int most) throws IOException {
        try (SeekableByteChannel channel = Files.newByteChannel(at(name), StandardOpenOption.READ, STAY)) {
            return FileBytes.read(channel, most);
        }
    }

    @Override
    public void create(String name, byte[] bytes, boolean lasting) throws IOException {
        try (SeekableByteChannel channel =
                Files.newByteChannel(at(name), StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, STAY)) {
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
        PosixFileAttributeView posix = Files.getFileAttributeView(at(name), PosixFileAttributeView.class, STAY);
        if (posix != null) {
            posix.setPermissions(mode);
        }
    }

    @Override
    public void giveAs(String name, String model) throws IOException {
        FileOwnerAttributeView from = Files.getFileAttributeView(at(model), FileOwnerAttributeView.class, STAY);
        FileOwnerAttributeView to = Files.getFileAttributeView(at(name), FileOwnerAttributeView.class, STAY);
        if (from != null && to != null && !from.getOwner().equals(to.getOwner())) {
            to.setOwner(from.getOwner());
        }
    }

    @Override
    public void move(String name, TreeFolder to, String newName) throws IOException {
        Path target = ((PlainTreeFolder) to).at(newName);
        try {
            Files.move(at(name), target, StandardCopyOption.ATOMIC_MOVE);
        } catch (AtomicMoveNotSupportedException refused) {
            Files.move(at(name), target, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    @Override
    public void makeFolder(String name, String staging) throws IOException {
        Files.createDirectory(at(name));
    }

    @Override
    public void delete(String name) throws IOException {
        Files.delete(at(name));
    }

    @Override
    public void deleteFolder(String name) throws IOException {
        Files.delete(at(name));
    }

    @Override
    public List<String> names() throws IOException {
        try (Stream<Path> entries = Files.list(at(""))) {
            return entries.map(entry -> String.valueOf(entry.getFileName())).toList();
        }
    }

    @Override
    public void force() throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException unsupported) {
            // Windows cannot open folders; its file systems keep the order of such changes by themselves
        }
    }

    @Override
    public void close() {
        // nothing is held open
    }

    private Path at(String name) throws IOException {
        if (!folder.toRealPath().equals(folder)) {
            throw new NotDirectoryException(folder + " was replaced by a link");
        }
        return name.isEmpty() ? folder : folder.resolve(name);
    }
}
