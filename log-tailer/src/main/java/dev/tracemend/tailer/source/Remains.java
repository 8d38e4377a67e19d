package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds where a content went that is no longer behind its file: a copy made before a truncation, or an archive of a rotated
 * file. What was delivered of it is known by its first bytes and those before the position, so that the rest is read and
 * nothing else.
 */
final class Remains {
    private static final Logger LOG = LoggerFactory.getLogger(Remains.class);

    private final PositionRegistry registry;

    Remains(PositionRegistry registry) {
        this.registry = registry;
    }

    /** Candidates are the rotated names beside the source; plain ones first, for an archive may still be in the making. */
    Optional<Remainder> of(Position position) {
        if (!position.isTelling()) {
            return Optional.empty();
        }
        for (Path candidate : candidates(Path.of(position.source()))) {
            try {
                Optional<Remainder> found = in(candidate, position);
                if (found.isPresent()) {
                    LOG.info(
                            "{} holds what {} held; reading the rest of it from {}",
                            candidate,
                            position.source(),
                            position.offset());
                    return found;
                }
            } catch (IOException e) {
                LOG.debug("{} is not what {} held", candidate, position.source(), e);
            }
        }
        return Optional.empty();
    }

    private Optional<Remainder> in(Path candidate, Position position) throws IOException {
        if (RotatedName.isArchive(candidate.toString())) {
            return Remainder.inArchive(candidate, position);
        }
        FileIdentity identity = FileIdentity.of(candidate);
        if (identity.equals(position.file())) {
            return Optional.empty();
        }
        Optional<Position> known = registry.of(identity);
        // One that is followed for itself is no copy because it begins alike: then the bytes before the position
        // decide.
        Optional<Remainder> found = Remainder.inCopy(candidate, position, known.isEmpty());
        if (found.isPresent()) {
            long end = found.get().end();
            if (known.isEmpty()) {
                claim(candidate, identity, registry.firstGeneration(), end);
            } else if (isOther(candidate, known.get())) {
                // Made over an older one, in its file.
                claim(candidate, identity, known.get().generation() + 1, end);
            }
        }
        return found;
    }

    private static boolean isOther(Path candidate, Position known) throws IOException {
        try (FileChannel channel = FileChannel.open(candidate, StandardOpenOption.READ)) {
            return known.isUntouched() || known.isNotIn(channel);
        }
    }

    /** The copy is known up to here; should it grow, only that is new. */
    void claim(Path copy, FileIdentity identity, long end) throws IOException {
        claim(copy, identity, registry.firstGeneration(), end);
    }

    /** The same under a generation. */
    void claim(Path copy, FileIdentity identity, int generation, long end) throws IOException {
        try (FileChannel channel = FileChannel.open(copy, StandardOpenOption.READ)) {
            registry.put(new Position(
                    identity,
                    generation,
                    end,
                    Digest.head(channel, end),
                    Digest.before(channel, end),
                    copy.toString(),
                    false));
        }
    }

    private static List<Path> candidates(Path source) {
        Path folder = source.getParent();
        Path name = source.getFileName();
        List<Found> found = new ArrayList<>();
        if (folder == null || name == null) {
            return List.of();
        }
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                folder, entry -> RotatedName.is(String.valueOf(entry.getFileName()), name.toString()))) {
            for (Path entry : entries) {
                BasicFileAttributes attributes = Files.readAttributes(entry, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    found.add(new Found(entry, attributes.lastModifiedTime().toMillis()));
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be listed", folder, e);
        }
        found.sort(Comparator.comparing(Found::isArchive)
                .thenComparing(Comparator.comparing(Found::time).reversed()));
        return found.stream().map(Found::path).toList();
    }

    private record Found(Path path, long time) {
        boolean isArchive() {
            return RotatedName.isArchive(path.toString());
        }
    }
}
