package dev.tracemend.agent.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** A small text that outlives a run; written whole or not at all. */
public final class KeptFile {
    private final Path file;

    /** The text at a path, which need not exist yet. */
    public KeptFile(Path file) {
        this.file = file;
    }

    /** The text; empty where none was written. */
    public String read() {
        try {
            return Files.isRegularFile(file) ? Files.readString(file) : "";
        } catch (IOException unreadable) {
            throw new UncheckedIOException(file + " cannot be read: move it away", unreadable);
        }
    }

    /** Replaces the text. */
    public void write(String text) {
        try {
            Path folder = Files.createDirectories(file.toAbsolutePath().getParent());
            Path next = Files.createTempFile(folder, "state", ".new");
            Files.writeString(next, text);
            Files.move(next, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(file + " cannot be written: make its folder writable", unwritable);
        }
    }
}
