package dev.tracemend.agent.workspace;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Which process a scratch folder belongs to, told by the folder's name: {@code <name>-p<pid>-<start>-<n>}. The start (in
 * seconds of the epoch, base 36) tells a process from a later one that got the same number.
 */
record ScratchOwner(long pid, long start) {
    private static final Logger log = LoggerFactory.getLogger(ScratchOwner.class);
    private static final Pattern NAME = Pattern.compile(".*-p(\\d{1,18})-([0-9a-z]{1,12})-\\d+");

    static ScratchOwner self() {
        return of(ProcessHandle.current());
    }

    /** A folder that does not exist yet. */
    Path folder(Path parent, String name) {
        String safe = name.replaceAll("[^A-Za-z0-9_]+", "-");
        String start36 = Long.toString(start, Character.MAX_RADIX);
        String stem = safe.substring(0, Math.min(40, safe.length())) + "-p" + pid + "-" + start36;
        int n = 1;
        while (Files.exists(parent.resolve(stem + "-" + n))) {
            n++;
        }
        return parent.resolve(stem + "-" + n);
    }

    /** Scratch folders whose process is gone. */
    static List<Path> deserted(Path scratchRoot) {
        List<Path> found = new ArrayList<>();
        try (Stream<Path> entries = Files.list(scratchRoot.toRealPath())) {
            entries.filter(entry -> !alive(entry)).forEach(found::add);
        } catch (IOException absent) {
            log.debug("nothing to collect in {}", scratchRoot, absent);
        }
        return found;
    }

    /** Whether a folder is a scratch folder of a process that is gone; it need not be there any more. */
    static boolean isDeserted(Path folder) {
        return !alive(folder);
    }

    private static boolean alive(Path folder) {
        Matcher matcher = NAME.matcher(String.valueOf(folder.getFileName()));
        if (!matcher.matches()) {
            return true; // not one of ours
        }
        ScratchOwner owner = new ScratchOwner(
                Long.parseLong(matcher.group(1)), Long.parseLong(matcher.group(2), Character.MAX_RADIX));
        Optional<ProcessHandle> process = ProcessHandle.of(owner.pid());
        return process.isPresent() && of(process.get()).equals(owner);
    }

    private static ScratchOwner of(ProcessHandle process) {
        long start = process.info().startInstant().map(Instant::getEpochSecond).orElse(0L);
        return new ScratchOwner(process.pid(), start);
    }

    /** Deletes a folder with all it holds, following no links; what cannot be deleted stays and is logged. */
    static void deleteTree(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.deleteIfExists(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException failure) throws IOException {
                    Files.deleteIfExists(dir);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException left) {
            log.warn("could not remove the scratch folder {}: {}", folder, left.getMessage());
        }
    }
}
