package dev.tracemend.agent.edit.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a block whose SEARCH and REPLACE leave out the same parts. Each part that changes must have one place in the file,
 * in order; a part that only shows where it is has to be there, in order.
 */
final class ElisionFinder implements Finder {
    private final List<Finder> finders;

    ElisionFinder(Finder... finders) {
        this.finders = List.of(finders);
    }

    @Override
    public List<FoundPlace> find(SoughtFile file, Query query) {
        if (query.search().stream().noneMatch(Elision::isMark)) {
            return List.of();
        }
        List<List<String>> search = Elision.parts(query.search());
        List<List<String>> replace = Elision.parts(query.replace());
        if (search.size() != replace.size()) {
            return List.of();
        }
        List<Chunk> chunks = new ArrayList<>();
        int first = -1;
        int cursor = 0;
        for (int i = 0; i < search.size(); i++) {
            if (search.get(i).stream().allMatch(String::isBlank)) {
                if (!search.get(i).equals(replace.get(i))) {
                    return List.of();
                }
                continue;
            }
            Optional<FoundPlace> part = part(file, query.with(search.get(i), replace.get(i)), cursor);
            if (part.isEmpty()) {
                return List.of();
            }
            part.get().effect().get().ifPresent(chunks::addAll);
            first = first < 0 ? part.get().first() : first;
            cursor = part.get().first() + part.get().count();
        }
        int start = first;
        return first < 0 ? List.of() : List.of(new FoundPlace(start, cursor - start, false, () -> Optional.of(chunks)));
    }

    private Optional<FoundPlace> part(SoughtFile file, Query query, int cursor) {
        boolean changes = !query.search().equals(query.replace());
        for (Finder finder : finders) {
            List<FoundPlace> sites = finder.find(file, query);
            if (sites.isEmpty()) {
                continue;
            }
            Optional<FoundPlace> behind =
                    sites.stream().filter(site -> site.first() >= cursor).findFirst();
            return changes && sites.size() > 1 ? Optional.empty() : behind;
        }
        return Optional.empty();
    }
}
