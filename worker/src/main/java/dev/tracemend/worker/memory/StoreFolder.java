package dev.tracemend.worker.memory;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A folder for one {@link CauseStore}, named after its process; those of processes that are gone are removed before it is
 * made, its own when it is closed.
 */
record StoreFolder(Path path) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StoreFolder.class);
    private static final Pattern NAME = Pattern.compile("(\\d{1,18})-(\\d{1,18})-[0-9a-f-]{36}");

    static StoreFolder in(Path parent) {
        try {
            Files.createDirectories(parent);
            try (Stream<Path> folders = Files.list(parent)) {
                folders.filter(StoreFolder::isDeserted).forEach(StoreFolder::delete);
            }
            return new StoreFolder(Files.createDirectory(
                    parent.resolve(ofProcess(ProcessHandle.current()) + "-" + UUID.randomUUID())));
        } catch (IOException e) {
            throw new UncheckedIOException("no folder for the memory can be made in " + parent, e);
        }
    }

    private static String ofProcess(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::toEpochMilli).orElse(0L);
        return process.pid() + "-" + start;
    }

    private static boolean isDeserted(Path folder) {
        String name = String.valueOf(folder.getFileName());
        Matcher matcher = NAME.matcher(name);
        return matcher.matches()
                && ProcessHandle.of(Long.parseLong(matcher.group(1)))
                        .filter(process -> name.startsWith(ofProcess(process) + "-"))
                        .isEmpty();
    }

    private static void delete(Path folder) {
        try (Stream<Path> inside = Files.walk(folder)) {
            List<Path> deepestFirst = inside.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException left) {
            LOG.warn("{} could not be removed: {}", folder, left.getMessage());
        }
    }

    @Override
    public void close() {
        delete(path);
    }
}
