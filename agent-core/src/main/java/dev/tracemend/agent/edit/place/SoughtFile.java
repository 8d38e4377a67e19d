package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.syntax.SyntaxGate;
import dev.tracemend.agent.edit.text.LineIndex;
import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.Norm;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A file in which places are sought. What is known about it is found out once, when first asked for. For one thread. */
public final class SoughtFile {
    private final String path;
    private final Lines lines;
    private final SyntaxGate gate;
    private final Map<Norm, LineIndex> indexes = new EnumMap<>(Norm.class);
    private final WordIndex words;
    private int faults = -1;
    private int exactQueries;

    /** The file's text as lines. */
    public SoughtFile(String path, Lines lines, SyntaxGate gate) {
        this.path = path;
        this.lines = lines;
        this.gate = gate;
        this.words = new WordIndex(lines);
    }

    /** The file's lines. */
    public Lines lines() {
        return lines;
    }

    String path() {
        return path;
    }

    SyntaxGate gate() {
        return gate;
    }

    WordIndex words() {
        return words;
    }

    /** How often equal lines were sought, this time included. */
    int exactQueries() {
        return ++exactQueries;
    }

    LineIndex index(Norm norm) {
        return indexes.computeIfAbsent(norm, form -> new LineIndex(lines, form));
    }

    /** Whether the text has no more syntax faults with these chunks than without. */
    boolean keepsSyntax(List<Chunk> chunks) {
        if (faults < 0) {
            faults = gate.faults(path, lines.text());
        }
        return gate.faults(path, with(chunks)) <= faults;
    }

    /** The text with these chunks, which are in order and apart. */
    String with(List<Chunk> chunks) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (Chunk chunk : chunks) {
            text.append(lines.text(), done, lines.start(chunk.from()))
                    .append(lines.joined(chunk.from(), chunk.to(), chunk.lines()));
            done = lines.start(chunk.to());
        }
        return text.append(lines.text(), done, lines.text().length()).toString();
    }
}
