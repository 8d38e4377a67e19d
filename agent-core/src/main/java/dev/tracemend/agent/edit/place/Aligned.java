package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.Typography;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Makes chunks for a place where every line of SEARCH has its line of the file. */
final class Aligned {
    private final Lines file;
    private final int first;

    Aligned(Lines file, int first) {
        this.file = file;
        this.first = first;
    }

    /** What differs between SEARCH and REPLACE, at the file's lines, indented and written as the file is. */
    List<Chunk> chunks(List<String> search, List<String> replace, Reindent indent) {
        Set<Character> folded = folded(search);
        List<Chunk> chunks = new ArrayList<>();
        for (LineDiff.Delta delta : LineDiff.of(search, replace)) {
            List<String> lines = new ArrayList<>();
            for (int i = delta.newFrom(); i < delta.newTo(); i++) {
                lines.add(indent.apply(plain(replace.get(i), folded)));
            }
            chunks.add(new Chunk(first + delta.from(), first + delta.to(), lines));
        }
        return chunks;
    }

    /** Typographic signs that SEARCH has and the file has not: the author's editor made them. */
    private Set<Character> folded(List<String> search) {
        Set<Character> signs = special(search);
        if (!signs.isEmpty()) {
            signs.removeAll(special(file.subList(first, Math.min(file.size(), first + search.size()))));
        }
        return signs;
    }

    static Set<Character> special(List<String> lines) {
        Set<Character> signs = new HashSet<>();
        for (String line : lines) {
            for (int i = 0; i < line.length(); i++) {
                char sign = line.charAt(i);
                if (sign >= 0x80 && !Typography.plain(sign).equals(String.valueOf(sign))) {
                    signs.add(sign);
                }
            }
        }
        return signs;
    }

    static String plain(String line, Set<Character> folded) {
        if (folded.isEmpty()) {
            return line;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < line.length(); i++) {
            char sign = line.charAt(i);
            text.append(folded.contains(sign) ? Typography.plain(sign) : String.valueOf(sign));
        }
        return text.toString();
    }
}
