package dev.tracemend.agent.edit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The texts that edits were made for. Places counted in characters mean nothing in any other text, so edits of a file that
 * has changed since are refused.
 *
 * @param hashes SHA-256 of each text as UTF-8, hexadecimal, by path
 */
public record Originals(Map<String, String> hashes) {
    /** Of edits whose texts nobody has told yet: they fit any. */
    public static final Originals UNTOLD = new Originals(Map.of());

    /** Copies the map. */
    public Originals {
        hashes = Map.copyOf(hashes);
    }

    /** The originals of edits, as {@code texts} gives them by path; a path that it does not know stays untold. */
    public static Originals of(List<TextEdit> edits, Function<String, Optional<String>> texts) {
        Map<String, String> hashes = new TreeMap<>();
        edits.stream().map(TextEdit::path).distinct().forEach(path -> texts.apply(path)
                .ifPresent(text -> hashes.put(path, hash(text))));
        return new Originals(hashes);
    }

    /** Whether edits of this path were made for this text. */
    public boolean fit(String path, String text) {
        return hashes.getOrDefault(path, "").isEmpty() || hash(text).equals(hashes.get(path));
    }

    /** SHA-256 of a text as UTF-8, hexadecimal. */
    public static String hash(String text) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
