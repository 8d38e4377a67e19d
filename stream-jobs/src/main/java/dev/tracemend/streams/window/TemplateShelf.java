package dev.tracemend.streams.window;

import dev.tracemend.contracts.Wire;
import dev.tracemend.logs.LearntTemplate;
import dev.tracemend.logs.TemplateTree;
import java.util.List;

/** Keeps what a partition's messages taught among the parts of its stage: a leaf is read when a message asks for it. */
record TemplateShelf(Parts parts) implements TemplateTree.Shelf {
    private static final String ROSTER = "templates";
    private static final String LEAF = "template|";

    /** As a part holds it. */
    record Leaf(List<LearntTemplate> templates) {}

    @Override
    public TemplateTree.Roster roster() {
        return parts.get(ROSTER)
                .map(bytes -> Wire.read(bytes, TemplateTree.Roster.class))
                .orElse(TemplateTree.Roster.EMPTY);
    }

    @Override
    public void put(TemplateTree.Roster roster) {
        parts.put(ROSTER, Wire.write(roster));
    }

    @Override
    public List<LearntTemplate> leaf(String key) {
        return parts.get(LEAF + key)
                .map(bytes -> Wire.read(bytes, Leaf.class).templates())
                .orElse(List.of());
    }

    @Override
    public void put(String key, List<LearntTemplate> leaf) {
        parts.put(LEAF + key, Wire.write(new Leaf(leaf)));
    }

    @Override
    public void remove(String key) {
        parts.remove(LEAF + key);
    }
}
