package dev.tracemend.tailer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The positions of all files on disk: one small text file with a version and a checksum, replaced atomically, its
 * predecessor kept. A damaged file is passed over for its predecessor, and that for an empty start, never silently.
 */
public final class PositionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PositionRegistry.class);
    private static final String VERSION = "tracemend-positions 1";
    /** Files that are gone are forgotten, oldest first, beyond this number. */
    private static final int MOST_FILES = 10_000;

    private final Path file;
    private final Path previous;
    private final Map<FileIdentity, Position> positions = new LinkedHashMap<>();
    private boolean changed;
    private String problem = "";

    private PositionRegistry(Path folder) {
        this.file = folder.resolve("positions");
        this.previous = folder.resolve("positions.previous");
    }

    /** Reads what is there. */
    public static PositionRegistry open(Path folder) {
        PositionRegistry registry = new PositionRegistry(folder);
        registry.load();
        return registry;
    }

    Optional<Position> of(FileIdentity identity) {
        return Optional.ofNullable(positions.get(identity));
    }

    void put(Position position) {
        Position before = positions.remove(position.file());
        positions.put(position.file(), position);
        changed |= !position.equals(before);
    }

    /** Writes the positions if any has moved; why that failed, empty where it did not. */
    public String save() {
        if (!changed) {
            return problem;
        }
        while (positions.size() > MOST_FILES) {
            positions.remove(positions.keySet().iterator().next());
        }
        try {
            write(encode());
            changed = false;
            if (!problem.isEmpty()) {
                LOG.info("positions can be saved again in {}", file);
            }
            problem = "";
        } catch (IOException e) {
            // Lines go on; after a restart some come twice, with the same ids.
            if (problem.isEmpty()) {
                LOG.error("positions cannot be saved in {} ({}); is the disk full?", file, e.toString());
            }
            problem = "positions cannot be saved in " + file + " (" + e
                    + "); lines go on, and come again after a restart";
        }
        return problem;
    }

    private void write(byte[] bytes) throws IOException {
        Path fresh = file.resolveSibling("positions.new");
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
        if (Files.exists(file)) {
            Files.move(file, previous, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
        Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    }

    private void load() {
        for (Path candidate : List.of(file, previous)) {
            if (Files.exists(candidate)) {
                if (decode(candidate)) {
                    return;
                }
                LOG.error("{} is damaged and passed over; lines may come again, with the same ids", candidate);
                setAside(candidate);
            }
        }
    }

    /** Lest the next save makes it the predecessor, in place of a good one. */
    private static void setAside(Path damaged) {
        try {
            Files.move(damaged, damaged.resolveSibling("positions.damaged"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            LOG.warn("{} cannot be set aside: {}", damaged, e.toString());
        }
    }

    private byte[] encode() {
        StringBuilder body = new StringBuilder(VERSION).append('\n');
        for (Position p : positions.values()) {
            body.append(p.file().device()).append('\t').append(p.file().inode()).append('\t');
            body.append(p.generation()).append('\t').append(p.offset()).append('\t');
            body.append(p.head().length()).append('\t').append(p.head().sum()).append('\t');
            body.append(p.tail().length()).append('\t').append(p.tail().sum()).append('\t');
            body.append(escaped(p.source())).append('\n');
        }
        byte[] bytes = body.toString().getBytes(StandardCharsets.UTF_8);
        return (body + "sum " + sum(bytes) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    private boolean decode(Path from) {
        positions.clear();
        try {
            String text = Files.readString(from);
            int end = text.lastIndexOf("sum ");
            if (end < 0 || !text.startsWith(VERSION + "\n")) {
                return false;
            }
            String body = text.substring(0, end);
            if (!text.substring(end).strip().equals("sum " + sum(body.getBytes(StandardCharsets.UTF_8)))) {
                return false;
            }
            body.lines().skip(1).map(PositionRegistry::position).forEach(p -> positions.put(p.file(), p));
            return true;
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            positions.clear();
            return false;
        }
    }

    /** A file's name may hold anything; an entry is one line. */
    private static String escaped(String source) {
        return source.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r");
    }

    private static Position position(String line) {
        String[] f = line.split("\t", 9);
        return new Position(
                new FileIdentity(Long.parseLong(f[0]), Long.parseLong(f[1])),
                Integer.parseInt(f[2]),
                Long.parseLong(f[3]),
                new Digest(Integer.parseInt(f[4]), Long.parseLong(f[5])),
                new Digest(Integer.parseInt(f[6]), Long.parseLong(f[7])),
                f[8].translateEscapes());
    }

    private static long sum(byte[] bytes) {
        CRC32C crc = new CRC32C();
        crc.update(bytes);
        return crc.getValue();
    }
}
