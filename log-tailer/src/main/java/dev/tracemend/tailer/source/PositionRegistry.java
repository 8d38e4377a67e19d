package dev.tracemend.tailer.source;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The positions of all files on disk: a snapshot, replaced atomically, and a journal of what has changed since, so that a
 * save costs what has moved. Both have checksums and a predecessor that is kept. What is damaged is passed over for it,
 * and that for an empty start, never silently. One thread only.
 */
public final class PositionRegistry {
    private static final Logger LOG = LoggerFactory.getLogger(PositionRegistry.class);
    /** Files that are gone are forgotten, oldest first, beyond this number. */
    private static final int MOST_DEAD = 5_000;

    private static final long LEAST_JOURNAL = 256 * 1024;
    private static final long BYTES_OF_ONE = 128;
    /** A full disk is not asked five times a second. */
    private static final long PAUSE_AFTER_FAILURE = 1_000_000_000L;

    private final Path file;
    private final Path previous;
    private final Path journalFile;
    private final Path previousJournal;
    private final PositionJournal journal;
    private final Map<ContentKey, Position> positions = new LinkedHashMap<>();
    private final Generations generations = new Generations();
    private final Set<ContentKey> changed = new LinkedHashSet<>();
    private final EventCuts cuts = new EventCuts();
    private long serial;
    private int floor;
    private long nextTry = System.nanoTime();
    private String problem = "";

    private PositionRegistry(Path folder) {
        this.file = folder.resolve("positions");
        this.previous = folder.resolve("positions.previous");
        this.journalFile = folder.resolve("positions.journal");
        this.previousJournal = folder.resolve("positions.journal.previous");
        this.journal = new PositionJournal(journalFile);
    }

    /** Reads what is there. */
    public static PositionRegistry open(Path folder) {
        PositionRegistry registry = new PositionRegistry(folder);
        registry.load();
        return registry;
    }

    /** The file's newest content. */
    Optional<Position> of(FileIdentity identity) {
        return generations.newest(identity).flatMap(generation -> of(new ContentKey(identity, generation)));
    }

    Optional<Position> of(ContentKey key) {
        return Optional.ofNullable(positions.get(key));
    }

    /** All contents of a file of which something may not have been delivered, the oldest first, its newest last. */
    List<Position> contents(FileIdentity identity) {
        List<Position> contents = new ArrayList<>();
        for (int generation : generations.of(identity)) {
            of(new ContentKey(identity, generation)).ifPresent(contents::add);
        }
        return contents;
    }

    EventCuts cuts() {
        return cuts;
    }

    List<Position> all() {
        return List.copyOf(positions.values());
    }

    void put(Position position) {
        Position before = positions.remove(position.key());
        positions.put(position.key(), position);
        generations.add(position.key());
        if (!position.equals(before)) {
            changed.add(position.key());
            cuts.forgetUpTo(position.key(), position.offset());
        }
    }

    /** Forgets a content that was delivered to its end and is no longer its file's newest. */
    void forget(ContentKey key) {
        cuts.forget(key);
        if (positions.remove(key) != null) {
            changed.add(key);
            generations.remove(key);
        }
    }

    /** The generation of a file that is seen for the first time: one that no forgotten file can have had. */
    int firstGeneration() {
        return floor;
    }

    /** Forgets the oldest of the files that are gone, beyond a number. */
    void expire(Predicate<FileIdentity> living) {
        long dead = positions.keySet().stream()
                .filter(key -> !living.test(key.file()))
                .count();
        Iterator<ContentKey> oldest = positions.keySet().iterator();
        List<ContentKey> expired = new ArrayList<>();
        while (dead > MOST_DEAD && oldest.hasNext()) {
            ContentKey key = oldest.next();
            if (!living.test(key.file())) {
                expired.add(key);
                dead--;
            }
        }
        for (ContentKey key : expired) {
            floor = Math.max(floor, key.generation() + 1);
            forget(key);
        }
        if (!expired.isEmpty()) {
            // The floor stands in the snapshot alone.
            journal.close();
        }
    }

    int size() {
        return positions.size();
    }

    /** Writes what has moved; why that failed, empty where it did not. */
    public String save() {
        if ((!changed.isEmpty() || cuts.hasFresh()) && System.nanoTime() - nextTry >= 0) {
            saveNow();
        }
        return problem;
    }

    private void saveNow() {
        try {
            if (!journal.isOpen() || journal.length() > Math.max(LEAST_JOURNAL, 4 * BYTES_OF_ONE * positions.size())) {
                writeSnapshot();
            } else {
                List<String> entries = new ArrayList<>(cuts.fresh());
                changed.forEach(key -> entries.add(entry(key)));
                journal.append(entries);
            }
            changed.clear();
            cuts.saved();
            if (!problem.isEmpty()) {
                LOG.info("positions can be saved again in {}", file.getParent());
            }
            problem = "";
        } catch (IOException e) {
            // Lines go on; after a restart some come twice, with the same ids.
            if (problem.isEmpty()) {
                LOG.error("positions cannot be saved in {} ({}); is the disk full?", file.getParent(), e.toString());
            }
            problem = "positions cannot be saved in " + file.getParent() + " (" + e
                    + "); lines go on, and come again after a restart";
            nextTry = System.nanoTime() + PAUSE_AFTER_FAILURE;
            if (e instanceof ClosedChannelException) {
                // By an interruption; the next save begins another journal.
                journal.close();
            }
        }
    }

    /** Saves, and sees to it that it outlives the machine. */
    public void saveForGood() {
        if (!changed.isEmpty()) {
            saveNow();
        }
        try {
            journal.force();
        } catch (IOException e) {
            LOG.warn("the disk of {} does not confirm what was written: {}", file.getParent(), e.toString());
        }
    }

    private String entry(ContentKey key) {
        Position position = positions.get(key);
        return position == null ? PositionText.gone(key) : PositionText.of(position);
    }

    private void writeSnapshot() throws IOException {
        Path fresh = file.resolveSibling("positions.new");
        PositionSnapshot.write(fresh, serial + 1, floor, positions.values());
        journal.close();
        if (Files.exists(file)) {
            replace(journalFile, previousJournal);
            replace(file, previous);
        } else {
            Files.copy(fresh, previous, StandardCopyOption.REPLACE_EXISTING);
        }
        replace(fresh, file);
        serial++;
        journal.begin(serial);
        journal.append(cuts.all());
    }

    private static void replace(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void load() {
        for (Path candidate : List.of(file, previous)) {
            if (!Files.exists(candidate)) {
                continue;
            }
            Optional<PositionSnapshot> snapshot = PositionSnapshot.read(candidate);
            if (snapshot.isPresent()) {
                apply(snapshot.get());
                return;
            }
            LOG.error("{} is damaged and passed over; lines may come again, with the same ids", candidate);
            setAside(candidate);
        }
        // What has changed since is known all the same.
        replay(0);
    }

    private void apply(PositionSnapshot snapshot) {
        floor = snapshot.floor();
        snapshot.positions().forEach(this::put);
        replay(snapshot.serial());
    }

    /** Of both journals what belongs to the snapshot or came after it. */
    private void replay(long from) {
        serial = from;
        for (Path each : List.of(previousJournal, journalFile)) {
            try {
                serial = Math.max(serial, PositionJournal.read(each, from, this::replay));
            } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
                LOG.warn("{} is damaged; lines may come again, with the same ids", each);
            }
        }
        changed.clear();
        cuts.saved();
    }

    private void replay(String entry) {
        if (EventCuts.isOne(entry)) {
            cuts.replay(entry);
        } else if (entry.startsWith("gone\t")) {
            forget(PositionText.parseGone(entry));
        } else {
            put(PositionText.parse(entry, false));
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
}
