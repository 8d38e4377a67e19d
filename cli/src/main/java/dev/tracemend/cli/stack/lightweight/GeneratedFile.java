package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jgit.diff.DiffFormatter;
import org.eclipse.jgit.diff.HistogramDiff;
import org.eclipse.jgit.diff.RawText;
import org.eclipse.jgit.diff.RawTextComparator;

/**
 * A file that {@code lightweight-init} writes and its user may edit. Its first line carries the SHA-256 of what was
 * written below it, so that an edited file is told from one that is merely old.
 */
public final class GeneratedFile {
    private static final Pattern HEADER =
            Pattern.compile("# Written by `tracemend lightweight-init`; .* As written: ([0-9a-f]{64})\n");

    private final Path path;

    public GeneratedFile(Path path) {
        this.path = path;
    }

    /** What became of a file. */
    public enum Fate {
        /** It was not there. */
        WRITTEN,
        /** It was as it would be written now. */
        UNCHANGED,
        /** It was older, and nobody had edited it. */
        RENEWED,
        /** It has edits; it would be written as before. */
        EDITS_KEPT,
        /** It has edits; it would be written anew, and was not. */
        EDITS_IN_THE_WAY,
        /** Its edits were given up. */
        OVERWRITTEN
    }

    /** What became of it, and how it differs (a unified diff from what was there to what would be written); maybe empty. */
    public record Outcome(Path path, Fate fate, String difference) {}

    /** Writes the text below a header; an edited file only with {@code force}. */
    public Outcome write(String text, boolean force) {
        String whole = header(text) + text;
        if (!Files.exists(path)) {
            return put(whole, Fate.WRITTEN, "");
        }
        String there = read();
        if (there.equals(whole)) {
            return new Outcome(path, Fate.UNCHANGED, "");
        }
        String difference = difference(there, whole);
        Matcher header = HEADER.matcher(there);
        boolean ours = header.lookingAt();
        if (ours && header.group(1).equals(sha256(there.substring(header.end())))) {
            return put(whole, Fate.RENEWED, difference);
        }
        if (force) {
            return put(whole, Fate.OVERWRITTEN, difference);
        }
        boolean same = ours && header.group(1).equals(sha256(text));
        return new Outcome(path, same ? Fate.EDITS_KEPT : Fate.EDITS_IN_THE_WAY, difference);
    }

    private static String header(String text) {
        return "# Written by `tracemend lightweight-init`; yours to edit: it is not overwritten then. As written: "
                + sha256(text) + "\n";
    }

    private Outcome put(String whole, Fate fate, String difference) {
        try {
            Files.writeString(path, whole);
            return new Outcome(path, fate, difference);
        } catch (IOException e) {
            throw CommandFailure.configuration(path + " cannot be written (" + e + "); remove what is in the way");
        }
    }

    private String read() {
        try {
            return new String(Files.readAllBytes(path), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw CommandFailure.configuration(path + " cannot be read (" + e + "); remove what is in the way");
        }
    }

    private static String difference(String before, String after) {
        RawText a = new RawText(before.getBytes(StandardCharsets.UTF_8));
        RawText b = new RawText(after.getBytes(StandardCharsets.UTF_8));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DiffFormatter formatter = new DiffFormatter(out)) {
            formatter.format(new HistogramDiff().diff(RawTextComparator.DEFAULT, a, b), a, b);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    /** In hexadecimal digits, as {@code sha256sum} prints it. */
    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
