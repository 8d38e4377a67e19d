package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.List;

/** Finds equal lines. */
final class ExactFinder implements Finder {
    private final LineFinder lines = new LineFinder(Norm.EXACT, false);

    @Override
    public List<Site> find(Target file, Query query) {
        return lines.find(file, query);
    }
}
