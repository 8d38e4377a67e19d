package dev.tracemend.agent.edit.place;

import java.util.List;

/** A file's lines replaced as a whole. */
public final class Wholesale {
    private Wholesale() {}

    /** The chunks that make the first lines the second; lines that both have stay. */
    public static List<Chunk> chunks(List<String> before, List<String> after) {
        return LineDiff.of(before, after).stream()
                .map(d -> new Chunk(d.from(), d.to(), after.subList(d.newFrom(), d.newTo())))
                .toList();
    }
}
