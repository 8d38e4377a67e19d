package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Lines;
import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds lines that are equal by a normal form. Where the form ignores indentation, the place still has to be indented by
 * one and the same shift, unless each line may have its own.
 */
final class LineFinder implements Finder {
    private final Norm norm;
    private final boolean ownIndents;

    LineFinder(Norm norm, boolean ownIndents) {
        this.norm = norm;
        this.ownIndents = ownIndents;
    }

    @Override
    public List<FoundPlace> find(SoughtFile file, Query query) {
        List<FoundPlace> sites = new ArrayList<>();
        for (int first : file.index(norm).find(query.search())) {
            indent(file.lines(), first, query).ifPresent(indent -> sites.add(site(file, first, query, indent)));
        }
        return sites;
    }

    private static FoundPlace site(SoughtFile file, int first, Query query, Reindent indent) {
        Aligned place = new Aligned(file.lines(), first);
        return new FoundPlace(
                first,
                query.search().size(),
                false,
                () -> Optional.of(place.chunks(query.search(), query.replace(), indent)));
    }

    private Optional<Reindent> indent(Lines lines, int first, Query query) {
        if (norm == Norm.EXACT || norm == Norm.RSTRIP) {
            return Optional.of(Reindent.none());
        }
        List<String> there = lines.subList(first, first + query.search().size());
        Optional<Reindent> uniform = Reindent.uniform(query.search(), query.replace(), there);
        return uniform.isPresent() || !ownIndents ? uniform : Optional.of(Reindent.perLine(query.search(), there));
    }
}
