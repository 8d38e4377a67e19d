package dev.tracemend.cli;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/** Why a file cannot be used, in words: Java's own messages often hold nothing but its name. */
final class IoWords {
    private IoWords() {}

    static String of(IOException trouble) {
        if (trouble instanceof AccessDeniedException) {
            return "permission denied";
        }
        if (trouble instanceof NoSuchFileException) {
            return "no such file or folder";
        }
        if (trouble instanceof FileAlreadyExistsException) {
            return "a file is in its place";
        }
        String why = trouble instanceof FileSystemException file ? file.getReason() : trouble.getMessage();
        return why == null ? trouble.getClass().getSimpleName() : why;
    }
}
