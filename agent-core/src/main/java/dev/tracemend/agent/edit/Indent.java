package dev.tracemend.agent.edit;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Leading white space of blocks of lines; blank lines have none that counts. */
final class Indent {
    private Indent() {}

    /** The longest white space that every line of both blocks begins with. */
    static String common(List<String> one, List<String> other) {
        return Stream.concat(one.stream(), other.stream())
                .filter(line -> !line.isBlank())
                .map(Indent::of)
                .reduce(Indent::shared)
                .orElse("");
    }

    /** The prefix that, put in the place of {@code common}, makes every line equal to the file's; empty if none does. */
    static Optional<String> shift(List<String> block, List<String> file, String common) {
        Optional<String> prefix = Optional.empty();
        for (int i = 0; i < block.size(); i++) {
            if (block.get(i).isBlank() != file.get(i).isBlank()) {
                return Optional.empty();
            }
            if (block.get(i).isBlank()) {
                continue;
            }
            String rest = block.get(i).substring(common.length()).stripTrailing();
            String line = file.get(i).stripTrailing();
            if (!line.endsWith(rest)) {
                return Optional.empty();
            }
            String here = line.substring(0, line.length() - rest.length());
            if (!here.isBlank() || prefix.isPresent() && !prefix.get().equals(here)) {
                return Optional.empty();
            }
            prefix = Optional.of(here);
        }
        return prefix;
    }

    /** The lines with {@code prefix} in the place of {@code common}; blank lines become empty. */
    static List<String> move(List<String> lines, String common, String prefix) {
        return lines.stream()
                .map(line -> line.isBlank() ? "" : prefix + line.substring(common.length()))
                .toList();
    }

    private static String of(String line) {
        int end = 0;
        while (end < line.length() && (line.charAt(end) == ' ' || line.charAt(end) == '\t')) {
            end++;
        }
        return line.substring(0, end);
    }

    private static String shared(String one, String other) {
        int end = 0;
        while (end < Math.min(one.length(), other.length()) && one.charAt(end) == other.charAt(end)) {
            end++;
        }
        return one.substring(0, end);
    }
}
