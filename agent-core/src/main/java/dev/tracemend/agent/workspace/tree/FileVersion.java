package dev.tracemend.agent.workspace.tree;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * What a file holds, for telling whether it was changed.
 *
 * @param hash SHA-256 of its bytes, hexadecimal
 * @param mode permission bits, {@link FileMode#NONE} where there are none
 */
public record FileVersion(String hash, int mode) {

    /** The hash of these bytes. */
    public static String hash(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException never) {
            throw new IllegalStateException("every Java has SHA-256", never);
        }
    }

    /** Whether both hold the same bytes with the same permissions. */
    public boolean same(FileVersion other) {
        return hash.equals(other.hash) && (mode == other.mode || mode == FileMode.NONE || other.mode == FileMode.NONE);
    }
}
