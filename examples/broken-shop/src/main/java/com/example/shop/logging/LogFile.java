package com.example.shop.logging;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.logging.Handler;
import java.util.logging.LogManager;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Appends every log record to one file at once, so that whoever follows the file sees it without delay. */
public final class LogFile extends Handler {
    private final OutputStream out;
    private final LogLayout layout = new LogLayout();

    private LogFile(OutputStream out) {
        this.out = out;
    }

    /** Sends the log of the whole process to this file, and nowhere else. */
    public static void open(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        Files.createDirectories(folder);
        LogManager.getLogManager().reset();
        Logger.getLogger("")
                .addHandler(new LogFile(
                        Files.newOutputStream(file, StandardOpenOption.CREATE, StandardOpenOption.APPEND)));
    }

    @Override
    public synchronized void publish(LogRecord entry) {
        if (!isLoggable(entry)) {
            return;
        }
        try {
            out.write(layout.format(entry).getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write the log", e);
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {
        try {
            out.close();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot close the log", e);
        }
    }
}
