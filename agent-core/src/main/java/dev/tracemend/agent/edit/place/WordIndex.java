package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Lines;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;

/** Which lines of a file hold a word. Built when first asked; only the loosest rungs and the feedback need it. */
final class WordIndex {
    private static final int LONGEST_TEXT = 8 << 20;

    private final Lines lines;
    private final Map<String, List<Integer>> places = new HashMap<>();
    private boolean built;

    WordIndex(Lines lines) {
        this.lines = lines;
    }

    /** The lines that hold a word, in order; none in a text that is too long for this. */
    List<Integer> places(String word) {
        if (!built) {
            build();
        }
        return places.getOrDefault(word, List.of());
    }

    private void build() {
        built = true;
        for (int i = 0; i < lines.size() && lines.text().length() <= LONGEST_TEXT; i++) {
            for (String word : new HashSet<>(Words.of(lines.get(i)))) {
                places.computeIfAbsent(word, w -> new ArrayList<>(2)).add(i);
            }
        }
    }
}
