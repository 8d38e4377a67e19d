package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What was not delivered to its end when the tailer was stopped, and is not behind its name any more: the file under its
 * rotated name, also where no glob names that, files that were rotated in between, or an archive.
 */
final class Leftovers {
    private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

    private final Reading reading;
    private final Map<Path, Map<FileIdentity, Path>> listed = new HashMap<>();

    Leftovers(Reading reading) {
        this.reading = reading;
    }

    /** A file found under another name, or the rest of one in an archive. */
    sealed interface Leftover {
        record Renamed(Path path, String source) implements Leftover {}

        record Rest(FileFollower follower) implements Leftover {}
    }

    /** Of the positions of files that are not followed and of which something may be left. */
    List<Leftover> find(Predicate<FileIdentity> isFollowed, Predicate<String> isNamed) {
        List<Leftover> found = new ArrayList<>();
        Set<FileIdentity> sought = new HashSet<>();
        for (Position position : reading.registry().all()) {
            boolean wanted = !position.left() && !isFollowed.test(position.file()) && isNamed.test(position.source());
            if (wanted && sought.add(position.file())) {
                of(position).ifPresent(found::add);
            }
        }
        return found;
    }

    private Optional<Leftover> of(Position position) {
        Path source = Path.of(position.source());
        Path folder = source.getParent();
        if (folder == null) {
            return Optional.empty();
        }
        Path now = listed.computeIfAbsent(folder, Leftovers::list).get(position.file());
        if (now != null && RotatedName.is(name(now), name(source)) && !RotatedName.isArchive(name(now))) {
            return Optional.of(new Leftover.Renamed(now, position.source()));
        }
        return FileFollower.ofRest(position, reading).map(Leftover.Rest::new);
    }

    private static Map<FileIdentity, Path> list(Path folder) {
        Map<FileIdentity, Path> found = new HashMap<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                found.put(FileIdentity.of(entry), entry);
            }
        } catch (IOException | DirectoryIteratorException e) {
            LOG.debug("{} cannot be listed", folder, e);
        }
        return found;
    }

    private static String name(Path path) {
        return String.valueOf(path.getFileName());
    }
}
