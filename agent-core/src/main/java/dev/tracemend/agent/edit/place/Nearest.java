package dev.tracemend.agent.edit.place;

import dev.tracemend.agent.edit.text.Norm;
import java.util.ArrayList;
import java.util.List;

/**
 * The part of a file that is most alike to lines that were not found.
 *
 * @param numbered with some lines around it and line numbers; empty where nothing is alike
 * @param difference where it differs from the lines that were sought
 * @param quote the part itself
 */
public record Nearest(String numbered, String difference, String quote) {
    private static final double LEAST = 0.3;
    private static final int AROUND = 3;
    private static final int LIMIT = 700;
    private static final int LONGEST_LINE = 200;

    /** Looks for the part. */
    public static Nearest of(SoughtFile file, List<String> search) {
        List<String> wanted = search.stream().filter(line -> !line.isBlank()).toList();
        List<Region> best = wanted.isEmpty() ? List.of() : new Regions(file, wanted).best();
        if (best.isEmpty() || best.get(0).score() < LEAST) {
            return new Nearest("", "", "");
        }
        Region region = best.get(0);
        List<String> lines = file.lines();
        int from = Math.max(0, region.first() - AROUND);
        int to = Math.min(lines.size(), region.end() + AROUND);
        List<String> numbered = new ArrayList<>();
        for (int i = from; i < to; i++) {
            numbered.add((i + 1) + "| " + lines.get(i));
        }
        return new Nearest(
                joined(numbered),
                joined(difference(file, wanted, region)),
                joined(lines.subList(region.first(), region.end())));
    }

    private static List<String> difference(SoughtFile file, List<String> wanted, Region region) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < region.lineOf().size(); i++) {
            int line = region.lineOf().get(i);
            if (line < 0) {
                lines.add("- " + wanted.get(i));
            } else if (!Norm.RSTRIP.same(wanted.get(i), file.lines().get(line))) {
                lines.add("- " + wanted.get(i));
                lines.add("+ " + file.lines().get(line));
            }
        }
        return lines;
    }

    /** Whole lines up to the limit. */
    private static String joined(List<String> lines) {
        StringBuilder text = new StringBuilder();
        for (String line : lines) {
            String cut = line.length() <= LONGEST_LINE ? line : line.substring(0, LONGEST_LINE) + " …";
            if (text.length() + cut.length() > LIMIT) {
                return text.append("…").toString();
            }
            text.append(text.isEmpty() ? "" : "\n").append(cut);
        }
        return text.toString();
    }
}
