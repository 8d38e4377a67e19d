package dev.tracemend.agent.workspace.journal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;

/**
 * One change in the journal: a folder {@code <number>.<state>} with the manifest and the bytes of before, one file after
 * the other. Its state is in its name, so that it changes in one step.
 */
record JournalEntry(Path journal, int number, State state) {
    private static final String MANIFEST = "manifest";
    private static final String BEFORE = "before";
    private static final int MOST_MANIFEST = 64 << 20;

    /** How far a change has come. */
    enum State {
        /** Begun; whoever finds it takes it back. */
        PENDING,
        /** Finished; can be undone. */
        DONE,
        /** Finished, and was an undo: what it took back is deleted next. */
        UNDO,
        /** Of no use any more; deleted next. */
        TRASH;

        String word() {
            return name().toLowerCase(java.util.Locale.ROOT);
        }
    }

    Path folder() {
        return journal.resolve(number + "." + state.word());
    }

    /** A word that no other change of this workspace has had, for names within the tree. */
    String stagePrefix() {
        return ".tracemend-" + number + "-";
    }

    /** Writes the entry so that it is on the disk when this returns; before that it does not count. */
    void write(Manifest manifest, List<byte[]> before) throws IOException {
        Files.createDirectory(folder());
        try (FileChannel channel = create(folder().resolve(BEFORE))) {
            for (byte[] bytes : before) {
                fill(channel, bytes);
            }
            channel.force(true);
        }
        Path torn = folder().resolve(MANIFEST + ".new");
        try (FileChannel channel = create(torn)) {
            fill(channel, manifest.text().getBytes(StandardCharsets.UTF_8));
            channel.force(true);
        }
        Files.move(torn, folder().resolve(MANIFEST), StandardCopyOption.ATOMIC_MOVE);
        force(folder());
        force(journal);
    }

    /** Empty when the entry was never finished, or is none of ours. */
    Optional<Manifest> manifest() throws IOException {
        Path file = folder().resolve(MANIFEST);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MOST_MANIFEST) {
            return Optional.empty();
        }
        return Manifest.read(Files.readString(file));
    }

    /** The bytes that a file had before. */
    byte[] before(Manifest manifest, SavedFile wanted) throws IOException {
        long from = 0;
        for (SavedFile file : manifest.files()) {
            if (file.equals(wanted)) {
                break;
            }
            from += file.length();
        }
        try (FileChannel channel =
                FileChannel.open(folder().resolve(BEFORE), StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS)) {
            if (from + wanted.length() > channel.size()) {
                throw new IOException("the journal entry " + folder() + " is damaged");
            }
            ByteBuffer buffer = ByteBuffer.allocate(wanted.length());
            while (buffer.hasRemaining() && channel.read(buffer, from + buffer.position()) >= 0) {
                // until all of it is there
            }
            return buffer.array();
        }
    }

    /** Takes the next state in one step that is on the disk when this returns. */
    JournalEntry become(State next) throws IOException {
        JournalEntry other = new JournalEntry(journal, number, next);
        Files.move(folder(), other.folder(), StandardCopyOption.ATOMIC_MOVE);
        force(journal);
        return other;
    }

    /** Deletes the entry; one that is cut off in between is found as trash. */
    void discard() throws IOException {
        JournalEntry trash = state == State.TRASH ? this : become(State.TRASH);
        for (String name : List.of(MANIFEST + ".new", MANIFEST, BEFORE)) {
            Files.deleteIfExists(trash.folder().resolve(name));
        }
        Files.deleteIfExists(trash.folder());
    }

    long bytes() throws IOException {
        Path file = folder().resolve(BEFORE);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) ? Files.size(file) : 0;
    }

    private static FileChannel create(Path file) throws IOException {
        return FileChannel.open(
                file, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW, LinkOption.NOFOLLOW_LINKS);
    }

    private static void fill(FileChannel channel, byte[] bytes) throws IOException {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        while (buffer.hasRemaining()) {
            channel.write(buffer);
        }
    }

    private static void force(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (java.nio.file.AccessDeniedException windows) {
            // folders cannot be opened there
        }
    }
}
