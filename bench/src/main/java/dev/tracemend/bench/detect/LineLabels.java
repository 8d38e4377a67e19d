package dev.tracemend.bench.detect;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A label for each line of a log: empty for a normal line, else the id of the cause. They stand beside {@code NAME.log} in
 * {@code NAME.labels}, {@code NAME.log.labels} or {@code NAME.csv}: a label a line, or the line's number, a tab or a comma,
 * and the label. Normal are {@code -}, {@code 0}, {@code normal}, {@code none}, {@code ok} and nothing; lines without a
 * label are normal, too.
 */
record LineLabels(List<String> labels) {
    private static final Set<String> NORMAL = Set.of("-", "", "0", "normal", "none", "ok", "noise", "benign", "false");

    LineLabels {
        labels = List.copyOf(labels);
    }

    /** The labels beside a log; nothing where there is no such file. */
    static Optional<LineLabels> beside(Path log) throws IOException {
        String name = String.valueOf(log.getFileName());
        String stem = name.endsWith(".log") ? name.substring(0, name.length() - 4) : name;
        for (String other : List.of(
                stem + ".labels",
                name + ".labels",
                stem + ".label",
                stem + ".csv",
                stem + ".labels.csv",
                stem + ".labels.tsv",
                stem + ".tsv",
                stem + ".labels.txt")) {
            Path file = log.resolveSibling(other);
            if (Files.isRegularFile(file)) {
                return Optional.of(read(file));
            }
        }
        return Optional.empty();
    }

    private static LineLabels read(Path file) throws IOException {
        List<String> labels = new ArrayList<>();
        try (Stream<String> lines = new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines()) {
            for (String line : lines.toList()) {
                String text = line.strip();
                int mark = mark(text);
                long number = mark < 0 ? -1 : number(text.substring(0, mark));
                if (labels.isEmpty() && isHeading(text)) {
                    continue;
                }
                if (number > 0 && number < 10_000_000) {
                    while (labels.size() < number) {
                        labels.add("");
                    }
                    labels.set((int) number - 1, label(text.substring(mark + 1)));
                } else {
                    labels.add(label(text));
                }
            }
        }
        return new LineLabels(labels);
    }

    private static boolean isHeading(String text) {
        String small = text.toLowerCase(Locale.ROOT);
        return small.startsWith("line,")
                || small.startsWith("lineid,")
                || small.startsWith("line\t")
                || small.equals("label");
    }

    private static int mark(String text) {
        int tab = text.indexOf('\t');
        int comma = text.indexOf(',');
        return tab < 0 ? comma : comma < 0 ? tab : Math.min(tab, comma);
    }

    private static long number(String text) {
        boolean digits = !text.isEmpty() && text.length() < 10 && text.chars().allMatch(Character::isDigit);
        return digits ? Long.parseLong(text) : -1;
    }

    private static String label(String text) {
        int mark = mark(text);
        String label = (mark < 0 ? text : text.substring(0, mark)).strip();
        label = label.length() > 1 && label.startsWith("\"") && label.endsWith("\"")
                ? label.substring(1, label.length() - 1)
                : label;
        return NORMAL.contains(label.toLowerCase(Locale.ROOT)) ? "" : label;
    }

    /** The label of a line, whose number starts at 1. */
    String of(long line) {
        return line >= 1 && line <= labels.size() ? labels.get((int) line - 1) : "";
    }
}
