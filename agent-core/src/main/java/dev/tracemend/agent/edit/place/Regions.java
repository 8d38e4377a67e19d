package dev.tracemend.agent.edit.place;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds the parts of a file that are most alike to a block. Words that few lines hold vote for where the block would begin;
 * only the places with most votes are compared line by line.
 */
final class Regions {
    private static final int MOST_LINES = 1_500;
    private static final int MOST_PLACES = 12;
    private static final int COMMON = 60;

    private final SoughtFile file;
    private final List<String> search;

    Regions(SoughtFile file, List<String> search) {
        this.file = file;
        this.search = search.size() <= MOST_LINES ? search : search.subList(0, MOST_LINES);
    }

    /** The most alike first. */
    List<Region> best() {
        Map<Integer, Double> votes = votes();
        List<Integer> starts = votes.keySet().stream()
                .sorted(Comparator.comparingDouble((Integer start) -> -around(votes, start))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(MOST_PLACES * 3L)
                .toList();
        List<Region> found = new ArrayList<>();
        List<Integer> tried = new ArrayList<>();
        int slack = 3 + Math.min(40, search.size() / 4);
        for (int start : starts) {
            if (tried.size() < MOST_PLACES && tried.stream().noneMatch(other -> Math.abs(other - start) <= 2)) {
                tried.add(start);
                int from = Math.max(0, start - slack);
                int to = Math.min(file.lines().size(), start + search.size() + slack);
                Region region = new Alignment(file.lines().subList(from, to), from, search).region();
                if (region.score() > 0) {
                    found.add(region);
                }
            }
        }
        found.sort(Comparator.comparingDouble(Region::score).reversed().thenComparing(Region::first));
        return apart(found);
    }

    private static List<Region> apart(List<Region> sorted) {
        List<Region> kept = new ArrayList<>();
        for (Region region : sorted) {
            if (kept.stream().noneMatch(region::overlaps)) {
                kept.add(region);
            }
        }
        return kept;
    }

    private Map<Integer, Double> votes() {
        Map<Integer, Double> votes = new HashMap<>();
        int common = Math.max(COMMON, file.lines().size() / 20);
        for (int i = 0; i < search.size(); i++) {
            for (String word : Words.of(search.get(i))) {
                List<Integer> places = file.words().places(word);
                if (!places.isEmpty() && places.size() <= common) {
                    for (int place : places) {
                        votes.merge(place - i, 1.0 / places.size(), Double::sum);
                    }
                }
            }
        }
        return votes;
    }

    /** Lines that were added or dropped shift the votes a little. */
    private static double around(Map<Integer, Double> votes, int start) {
        double sum = votes.getOrDefault(start, 0.0);
        for (int shift = 1; shift <= 2; shift++) {
            sum += (votes.getOrDefault(start - shift, 0.0) + votes.getOrDefault(start + shift, 0.0)) / 2;
        }
        return sum;
    }
}
