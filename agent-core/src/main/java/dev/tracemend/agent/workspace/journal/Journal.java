package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.journal.JournalEntry.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The folder that holds the entries of one workspace; only whoever holds its {@link WriterLock} may change it. */
final class Journal {
    private static final Pattern ENTRY = Pattern.compile("(\\d{1,9})\\.(pending|done|undo|trash)");

    private final Path home;

    Journal(Path home) {
        this.home = home;
    }

    Path home() {
        return home;
    }

    /** All entries, oldest first. */
    List<JournalEntry> entries() throws IOException {
        List<JournalEntry> entries = new ArrayList<>();
        if (!Files.isDirectory(home, LinkOption.NOFOLLOW_LINKS)) {
            return entries;
        }
        try (Stream<Path> found = Files.list(home)) {
            found.filter(path -> Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS))
                    .forEach(path -> entry(path).ifPresent(entries::add));
        }
        entries.sort(Comparator.comparing(JournalEntry::number));
        return entries;
    }

    private Optional<JournalEntry> entry(Path path) {
        Matcher name = ENTRY.matcher(String.valueOf(path.getFileName()));
        if (!name.matches()) {
            return Optional.empty();
        }
        State state = State.valueOf(name.group(2).toUpperCase(java.util.Locale.ROOT));
        return Optional.of(new JournalEntry(home, Integer.parseInt(name.group(1)), state));
    }

    /** Whether somebody was cut off. */
    boolean unfinished() throws IOException {
        return entries().stream().anyMatch(entry -> entry.state() != State.DONE);
    }

    /** A new entry, not written yet. */
    JournalEntry next() throws IOException {
        int last = entries().stream().mapToInt(JournalEntry::number).max().orElse(0);
        return new JournalEntry(home, last + 1, State.PENDING);
    }

    /** The latest finished change. */
    Optional<JournalEntry> latest() throws IOException {
        return entries().stream().filter(entry -> entry.state() == State.DONE).reduce((one, later) -> later);
    }

    /** Finishes undos whose last step is missing, and deletes what is of no use. */
    void tidy() throws IOException {
        for (JournalEntry entry : entries()) {
            if (entry.state() == State.UNDO) {
                int undone = entry.manifest().map(Manifest::undoes).orElse(0);
                for (JournalEntry other : entries()) {
                    if (other.number() == undone && other.state() == State.DONE) {
                        other.discard();
                    }
                }
                entry.discard();
            } else if (entry.state() == State.TRASH) {
                entry.discard();
            }
        }
    }

    /** Forgets the oldest changes beyond the limits; the latest always stays. */
    void bound(int mostEntries, long mostBytes) throws IOException {
        List<JournalEntry> done = new ArrayList<>(
                entries().stream().filter(entry -> entry.state() == State.DONE).toList());
        long bytes = 0;
        for (int kept = 0; !done.isEmpty(); kept++) {
            JournalEntry latest = done.remove(done.size() - 1);
            bytes += latest.bytes();
            if (kept > 0 && (kept >= mostEntries || bytes > mostBytes)) {
                latest.discard();
            }
        }
    }
}
