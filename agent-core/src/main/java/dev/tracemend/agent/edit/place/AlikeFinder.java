package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds a region that is only alike to SEARCH, and clearly more so than any other: by a merge without conflict, or, looser,
 * by likeness alone. One name that the block has wrong all through is put right first.
 */
final class AlikeFinder implements Finder {
    private static final double LEAD = 0.10;
    private static final double MERGE = 0.75;
    private static final double FUZZY = 0.90;
    private static final double FRAMED = 0.85;
    private static final int LEAST_WORDS = 4;

    private final boolean merge;

    private AlikeFinder(boolean merge) {
        this.merge = merge;
    }

    static AlikeFinder merge() {
        return new AlikeFinder(true);
    }

    static AlikeFinder fuzzy() {
        return new AlikeFinder(false);
    }

    @Override
    public List<FoundPlace> find(SoughtFile file, Query block) {
        Query query = block.trimmed();
        if (query.search().stream().mapToInt(line -> Words.of(line).size()).sum() < LEAST_WORDS
                || query.search().stream().anyMatch(Elision::isMark)) {
            return List.of();
        }
        List<Region> regions = new Regions(file, query.search()).best();
        List<FoundPlace> sites = new ArrayList<>();
        for (int i = 0; i < regions.size(); i++) {
            // A runner-up that is nearly as alike makes the choice a guess: both are named.
            if (i == 0 || regions.get(0).score() - regions.get(i).score() < LEAD) {
                site(file, query, regions.get(i)).ifPresent(sites::add);
                if (i == 1 && sites.size() == 1 && plausible(file, query, regions.get(1))) {
                    return List.of(sites.get(0), named(regions.get(1)));
                }
            }
        }
        return sites;
    }

    /** Whether the runner-up could be meant even though the change cannot be brought into it. */
    private static boolean plausible(SoughtFile file, Query query, Region region) {
        return new Fidelity(file, query.search(), query.replace()).holds(region);
    }

    private static FoundPlace named(Region region) {
        return new FoundPlace(region.first(), region.end() - region.first(), true, Optional::empty);
    }

    private Optional<FoundPlace> site(SoughtFile file, Query query, Region found) {
        Optional<Renaming> renaming = Renaming.of(file, query.search(), found);
        Query meant = renaming.map(r -> query.with(r.apply(query.search()), r.apply(query.replace())))
                .orElse(query);
        Region region = renaming.isPresent()
                ? new Alignment(file.lines().subList(found.first(), found.end()), found.first(), meant.search())
                        .region()
                : found;
        boolean enough = merge ? region.score() >= MERGE : region.score() >= least(file, meant, region);
        if (!enough || !new Fidelity(file, meant.search(), meant.replace()).holds(region)) {
            return Optional.empty();
        }
        AlikeBlock block = new AlikeBlock(file, meant, region);
        Optional<List<Chunk>> chunks = merge ? block.merged() : block.imposed();
        return chunks.map(effect -> new FoundPlace(
                region.first(),
                region.end() - region.first(),
                !merge || renaming.isPresent(),
                () -> Optional.of(effect)));
    }

    private static double least(SoughtFile file, Query query, Region region) {
        int size = query.search().size();
        int first = region.lineOf().get(0);
        int last = region.lineOf().get(size - 1);
        boolean framed = size > 2
                && first >= 0
                && last >= 0
                && Norm.TOKENS.same(query.search().get(0), file.lines().get(first))
                && Norm.TOKENS.same(query.search().get(size - 1), file.lines().get(last));
        return framed ? FRAMED : FUZZY;
    }
}
