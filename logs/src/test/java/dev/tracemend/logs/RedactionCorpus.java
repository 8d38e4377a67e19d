package dev.tracemend.logs;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Log lines with secrets in them and lines without, from a folder of the form that {@code redaction/README.md} describes.
 *
 * @param secrets lines that hold at least one secret
 * @param innocent lines that hold none
 */
public record RedactionCorpus(List<Entry> secrets, List<String> innocent) {
    private static final Pattern SECRET = Pattern.compile("⟦(.+?)⟧", Pattern.DOTALL);

    /** A text and the secrets in it. */
    public record Entry(String text, List<String> secrets) {}

    /** Reads a folder; says which line is wrong. */
    public static RedactionCorpus read(Path folder) throws IOException {
        List<Entry> secrets = new ArrayList<>();
        for (String line : lines(folder.resolve("secrets.txt"))) {
            Entry entry = entry(line);
            if (entry.secrets().isEmpty()) {
                throw new IOException(folder.resolve("secrets.txt") + ": no ⟦secret⟧ is marked in: " + line);
            }
            secrets.add(entry);
        }
        return new RedactionCorpus(secrets, lines(folder.resolve("innocent.txt")));
    }

    /** One of the folders beside the tests: {@code tuning} or {@code heldout}. */
    static RedactionCorpus own(String part) {
        try {
            return read(Path.of("src/test/resources/redaction", part));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Entry entry(String line) {
        List<String> secrets = new ArrayList<>();
        Matcher matcher = SECRET.matcher(line);
        while (matcher.find()) {
            secrets.add(matcher.group(1));
        }
        return new Entry(line.replace("⟦", "").replace("⟧", ""), secrets);
    }

    private static List<String> lines(Path file) throws IOException {
        return Files.readAllLines(file).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("# "))
                .map(RedactionCorpus::unescaped)
                .toList();
    }

    private static String unescaped(String line) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char next = i + 1 < line.length() ? line.charAt(i + 1) : ' ';
            if (line.charAt(i) == '\\' && (next == 'n' || next == '\\')) {
                text.append(next == 'n' ? '\n' : '\\');
                i++;
            } else if (line.charAt(i) != '·') {
                text.append(line.charAt(i));
            }
        }
        return text.toString();
    }
}
