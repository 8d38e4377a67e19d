package dev.tracemend.logs;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A shelf in memory. */
final class KeepingShelf implements TemplateTree.Shelf {
    private final Map<String, List<LearntTemplate>> leaves = new HashMap<>();
    private TemplateTree.Roster roster = TemplateTree.Roster.EMPTY;

    @Override
    public TemplateTree.Roster roster() {
        return roster;
    }

    @Override
    public void put(TemplateTree.Roster all) {
        roster = all;
    }

    @Override
    public List<LearntTemplate> leaf(String key) {
        return leaves.getOrDefault(key, List.of());
    }

    @Override
    public void put(String key, List<LearntTemplate> leaf) {
        leaves.put(key, leaf);
    }

    @Override
    public void remove(String key) {
        leaves.remove(key);
    }
}
