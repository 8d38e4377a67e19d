package dev.tracemend.agent.tool.coding;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/** Fingerprints of file contents. */
final class Digests {
    private Digests() {}

    static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
