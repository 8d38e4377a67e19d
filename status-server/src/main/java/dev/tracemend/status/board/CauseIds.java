package dev.tracemend.status.board;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/** Names for what foreign records leave nameless, and harmless ones for what they name strangely. */
final class CauseIds {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9._:-]{0,127}");

    private CauseIds() {}

    /** The record's own id, or one made of its bytes: the same record again has the same. */
    static String id(String given, byte[] value) {
        return PLAIN.matcher(given).matches() ? given : "x" + hash(value);
    }

    /** The record's fingerprint, else its key, else {@code unnamed}: one incident for all that say nothing of a cause. */
    static String fingerprint(String given, String key) {
        String name = given.isEmpty() ? key : given;
        if (name.isEmpty()) {
            return "unnamed";
        }
        return PLAIN.matcher(name).matches() ? name : "x" + hash(name.getBytes(StandardCharsets.UTF_8));
    }

    private static String hash(byte[] bytes) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(bytes))
                    .substring(0, 24);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
