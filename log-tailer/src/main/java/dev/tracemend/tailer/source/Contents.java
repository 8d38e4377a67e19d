package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The contents that one file has had, as the registry knows them, in the order in which they are read. */
record Contents(FileIdentity file, Reading reading) {
    private static final Logger LOG = LoggerFactory.getLogger(Contents.class);

    /** Where reading goes on, and the copy or archive that holds the content where it is not the file's own any more. */
    record Next(Position from, Optional<Remainder> rest) {}

    /** The position of what an open file holds now: of a new generation where that is other than what is known. */
    static Position now(OpenFile file, Path source, Reading reading) throws IOException {
        PositionRegistry registry = reading.registry();
        FileChannel channel = file.channel();
        Optional<Position> known = registry.of(file.identity());
        Position now =
                known.orElseGet(() -> Position.fresh(file.identity(), registry.firstGeneration(), source.toString()));
        if (now.isNotIn(channel)) {
            LOG.info("{} holds new content: reading it from the start", source);
            now = Position.fresh(file.identity(), now.generation() + 1, source.toString());
        }
        // Of other content in a known file nothing is said yet: it may be the copy of another's.
        if (known.isEmpty()) {
            now = now.withHead(Digest.head(channel, channel.size()));
        }
        registry.put(now);
        return now;
    }

    /**
     * The oldest content behind a generation of which something can still be read, at last the file's own, whether the file
     * is there or not; what cannot be found any more is forgotten.
     */
    Optional<Next> after(int generation, boolean isThere) {
        PositionRegistry registry = reading.registry();
        List<Position> contents = registry.contents(file);
        for (Position each : contents) {
            boolean last = each.equals(contents.get(contents.size() - 1));
            if (each.generation() > generation) {
                Optional<Remainder> rest =
                        last && isThere ? Optional.empty() : reading.remains().of(each);
                if (rest.isPresent() || last) {
                    return Optional.of(new Next(each, rest));
                }
                registry.forget(each.key());
            }
        }
        return Optional.empty();
    }
}
