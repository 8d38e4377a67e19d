package dev.tracemend.tailer.source;

import dev.tracemend.tailer.TailerStartException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The files to follow at the moment: of globs with a topic of their own, of other globs, and of folders that are searched,
 * asked in this order. A pattern that is the name of a file, or has no wildcard, is a path. Not thread-safe.
 */
public final class LogFiles {
    private final List<Named> named = new ArrayList<>();
    private final List<LogTree> trees;
    private final OwnFiles own;
    private Map<Path, Seen> seen = new HashMap<>();

    /** A pattern and where the lines of its files go. */
    private record Named(Path path, Optional<Glob> glob, Route route) {}

    /** A file that was looked at before; {@code key} changes with its identity. */
    private record Seen(Object key, FileIdentity identity, boolean followed) {}

    /** What a look has found, and the folders in which more may appear. */
    record Look(List<FoundFile> files, Set<Path> folders) {}

    /** Of globs alone. */
    public LogFiles(List<String> patterns, Path own) {
        this(patterns, ReadConfig.defaults(), own);
    }

    /**
     * Takes the patterns apart.
     *
     * @param own a folder whose files are never followed, since we write them ourselves
     * @throws TailerStartException when a pattern cannot be understood
     */
    public LogFiles(List<String> patterns, ReadConfig reading, Path own) {
        this.own = new OwnFiles(own);
        reading.maps().forEach(map -> add(map.glob(), new Route(map.topic(), "")));
        patterns.forEach(pattern -> add(pattern, Route.DEFAULT));
        trees = reading.folders().stream()
                .map(folder -> new LogTree(folder.toAbsolutePath().normalize()))
                .toList();
    }

    private void add(String pattern, Route route) {
        try {
            if (!pattern.isBlank() && !pattern.equals(StreamFollower.STDIN) && !ContainerFollower.isOne(pattern)) {
                Path path = Path.of(pattern).toAbsolutePath().normalize();
                boolean isGlob = !Files.exists(path) && Glob.isOne(path.toString());
                named.add(new Named(path, isGlob ? Optional.of(Glob.of(path.toString())) : Optional.empty(), route));
            }
        } catch (IllegalArgumentException e) {
            throw new TailerStartException("'" + pattern.replace('\0', '?') + "' is no pattern of files (" + reason(e)
                    + "); write for example 'logs/*.log' or 'logs/{app,web}.log'");
        }
    }

    /** The JDK's message goes on with the pattern and an arrow. */
    private static String reason(IllegalArgumentException e) {
        return String.valueOf(e.getMessage()).lines().findFirst().orElse("").replace('\0', '?');
    }

    /** Whether files are asked for, by name, glob or folder, and none is there. */
    public boolean findsNone() {
        return !(named.isEmpty() && trees.isEmpty()) && now().isEmpty();
    }

    /** Fails with the place and the remedy when something that is there cannot be read. */
    public void check() {
        for (Named each : named) {
            Path path = each.glob().map(Glob::folder).orElse(each.path());
            if (each.glob().isEmpty()) {
                checkFile(path);
            } else if (Files.exists(path) && !Files.isReadable(path)) {
                throw new TailerStartException(unreadable(path));
            }
        }
        for (LogTree tree : trees) {
            if (!Files.isDirectory(tree.folder())) {
                throw new TailerStartException(
                        tree.folder() + " is no folder to search; name one that is there, or a glob of files");
            }
        }
        for (Path path : now()) {
            if (!Files.isReadable(path)) {
                throw new TailerStartException(unreadable(path));
            }
        }
    }

    private static void checkFile(Path path) {
        if (Files.isDirectory(path)) {
            throw new TailerStartException(path + " is a folder; name its files, for example '" + path
                    + "/*.log', or let it be searched with --discover");
        }
        if (Files.exists(path) && !Files.isRegularFile(path)) {
            throw new TailerStartException(
                    path + " is not a regular file; let the service write its log to one, and name that");
        }
    }

    private static String unreadable(Path path) {
        return path + " cannot be read by user " + System.getProperty("user.name")
                + "; give that user the right to read it, or leave it out of --logs";
    }

    /** All files named now, in a fixed order. */
    public Set<Path> now() {
        Set<Path> paths = new TreeSet<>();
        look().files().forEach(file -> paths.add(file.path()));
        return paths;
    }

    Look look() {
        Walk walk = new Walk();
        for (Named each : named) {
            if (each.glob().isPresent()) {
                walk.find(each.glob().get()::find, each.glob().get().folder(), each.route());
            } else {
                walk.path(each.path(), each.route());
            }
        }
        trees.forEach(tree -> walk.find(tree::find, tree.folder(), Route.DEFAULT));
        seen = walk.seenNow;
        return new Look(List.copyOf(walk.found.values()), walk.folders);
    }

    /** A single file, if it is one to follow; as a look would find it. */
    Optional<FoundFile> find(Path path) {
        Walk walk = new Walk();
        for (Named each : named) {
            if (each.glob().map(glob -> glob.names(path)).orElse(each.path().equals(path))) {
                walk.path(path, each.route());
            }
        }
        trees.stream()
                .filter(tree -> tree.names(path))
                .findFirst()
                .ifPresent(tree -> walk.path(path, tree.route(path)));
        seen.putAll(walk.seenNow);
        return Optional.ofNullable(walk.found.get(path));
    }

    /** Whether there is nothing to look for. */
    boolean isNone() {
        return named.isEmpty() && trees.isEmpty();
    }

    /** Whether a file of this name would be followed. */
    boolean names(Path path) {
        return named.stream().anyMatch(each -> each.glob()
                        .map(glob -> glob.names(path))
                        .orElse(each.path().equals(path)))
                || trees.stream().anyMatch(tree -> tree.names(path));
    }

    private interface Search {
        void find(FileListing listing) throws IOException;
    }

    private final class Walk {
        private final Map<Path, FoundFile> found = new LinkedHashMap<>();
        private final Set<Path> folders = new HashSet<>();
        private final Map<Path, Seen> seenNow = new HashMap<>();

        void find(Search search, Path folder, Route route) {
            try {
                search.find(new FileListing() {
                    @Override
                    public boolean folder(Path visited) {
                        return !own.isOwnFolder(visited) && (folders.add(visited) || true);
                    }

                    @Override
                    public void file(Path file, BasicFileAttributes attributes, Route ofFile) {
                        Walk.this.file(file, attributes, ofFile.equals(Route.DEFAULT) ? route : ofFile);
                    }
                });
            } catch (IOException e) {
                throw new UncheckedIOException("the folder " + folder + " cannot be listed", e);
            }
        }

        void path(Path path, Route route) {
            Path parent = path.getParent();
            if (parent != null) {
                folders.add(parent);
            }
            try {
                BasicFileAttributes attributes = Files.readAttributes(path, BasicFileAttributes.class);
                if (attributes.isRegularFile()) {
                    file(path, attributes, route);
                }
            } catch (IOException e) {
                // Not there, or not yet.
                return;
            }
        }

        private void file(Path file, BasicFileAttributes attributes, Route route) {
            Object key = attributes.fileKey();
            if (key == null || found.containsKey(file)) {
                return;
            }
            try {
                Seen before = seen.get(file);
                Seen now = before != null && before.key().equals(key) ? before : look(file, key, route);
                seenNow.put(file, now);
                if (now.followed()) {
                    found.put(file, new FoundFile(file, now.identity(), route));
                }
            } catch (IOException e) {
                // It went while we looked.
                return;
            }
        }

        private Seen look(Path file, Object key, Route route) throws IOException {
            boolean searched = !route.service().isEmpty();
            return new Seen(key, FileIdentity.of(file), !own.isOwn(file) && !(searched && !LogTree.isText(file)));
        }
    }
}
