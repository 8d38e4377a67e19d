package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collection;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Moves the positions of the files that are there at the start to where the user wants to begin. */
public final class StartPlaces {
    private static final Logger LOG = LoggerFactory.getLogger(StartPlaces.class);
    private static final int CHUNK = 64 * 1024;

    private StartPlaces() {}

    /** Before anything is read; a file that cannot be read is left as it is. */
    public static void set(ReadConfig.From from, Collection<Path> files, PositionRegistry registry) {
        for (Path file : files) {
            if (from == ReadConfig.From.SAVED) {
                return;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
                registry.put(place(from, file, channel, registry));
            } catch (IOException e) {
                LOG.warn("{} cannot be read, it begins where it was left: {}", file, e.toString());
            }
        }
    }

    private static Position place(ReadConfig.From from, Path file, FileChannel channel, PositionRegistry registry)
            throws IOException {
        FileIdentity identity = FileIdentity.of(file);
        Optional<Position> known = registry.of(identity);
        boolean same = known.isPresent() && !known.get().isNotIn(channel);
        // The same content keeps its generation, and so its ids: a consumer knows the lines it has seen.
        int generation = known.map(Position::generation).orElseGet(registry::firstGeneration)
                + (known.isPresent() && !same ? 1 : 0);
        String source = known.filter(position -> same).map(Position::source).orElse(file.toString());
        if (from == ReadConfig.From.START) {
            return new Position(
                    identity, generation, 0, Digest.head(channel, channel.size()), Digest.NONE, source, false);
        }
        long end = behindLastLine(channel);
        return new Position(
                identity, generation, end, Digest.head(channel, end), Digest.before(channel, end), source, false);
    }

    /** The offset after the last line end: a line that is being written now is new. */
    private static long behindLastLine(FileChannel channel) throws IOException {
        long to = channel.size();
        ByteBuffer bytes = ByteBuffer.allocate(CHUNK);
        while (to > 0) {
            long from = Math.max(0, to - CHUNK);
            bytes.clear().limit((int) (to - from));
            int read = channel.read(bytes, from);
            for (int i = read - 1; i >= 0; i--) {
                if (bytes.get(i) == '\n') {
                    return from + i + 1;
                }
            }
            to = from;
        }
        return 0;
    }
}
