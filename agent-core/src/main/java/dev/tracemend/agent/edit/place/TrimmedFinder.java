package dev.tracemend.agent.edit.place;

import java.util.List;

/** Asks other finders, strictest first, for the block without blank lines at its ends. */
final class TrimmedFinder implements Finder {
    private final List<Finder> finders;

    TrimmedFinder(Finder... finders) {
        this.finders = List.of(finders);
    }

    @Override
    public List<FoundPlace> find(SoughtFile file, Query query) {
        Query trimmed = query.trimmed();
        for (Finder finder : finders) {
            List<FoundPlace> sites = finder.find(file, trimmed);
            if (!sites.isEmpty()) {
                return sites;
            }
        }
        return List.of();
    }
}
