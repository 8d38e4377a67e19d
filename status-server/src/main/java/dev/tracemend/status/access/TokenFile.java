package dev.tracemend.status.access;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/** A token in a file: one that a person wrote, or one of ours, readable by its owner alone. */
public final class TokenFile {
    private static final int LONGEST = 4_096;

    private TokenFile() {}

    /**
     * The token that a file holds.
     *
     * @throws IllegalArgumentException when it cannot be read, or holds none
     */
    public static AccessToken read(Path file) {
        try {
            if (Files.size(file) > LONGEST) {
                throw new IllegalArgumentException(file + " holds no token: it has more than " + LONGEST + " bytes");
            }
            return AccessToken.of(Files.readString(file), file.toString());
        } catch (IOException e) {
            throw new IllegalArgumentException(
                    "the token's file " + file + " cannot be read (" + e + "): write a token into it, for example with"
                            + " `openssl rand -hex 32`",
                    e);
        }
    }

    /** The token that a file holds; a new one is put there where it is missing. */
    public static AccessToken readOrMake(Path file) {
        if (Files.exists(file)) {
            return read(file);
        }
        AccessToken made = AccessToken.random();
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Set<StandardOpenOption> fresh = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (var channel = Files.newByteChannel(file, fresh, ownerOnly())) {
                channel.write(StandardCharsets.UTF_8.encode(made.reveal() + "\n"));
            }
            return made;
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no token can be kept in " + file + ": make its folder writable, or give one with TRACEMEND_TOKEN",
                    e);
        }
    }

    private static FileAttribute<?>[] ownerOnly() {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
    }
}
