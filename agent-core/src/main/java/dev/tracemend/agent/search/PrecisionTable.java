package dev.tracemend.agent.search;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * How often changes of an operator that passed were right, by class of exception ({@code test} for failing tests): a line
 * {@code operator<tab>class<tab>passed<tab>right} each. The shipped table comes from our own cases; {@link #decided} adds
 * what people merge and reject.
 */
public record PrecisionTable(Map<String, Tally> tallies) {
    private static final String SHIPPED = "precision.tsv";
    private static final double DOUBT = 2;

    /** How many passed, and how many of them were right. */
    public record Tally(int passed, int right) {
        Tally plus(Tally more) {
            return new Tally(passed + more.passed(), right + more.right());
        }
    }

    /** Copies the map. */
    public PrecisionTable {
        tallies = Map.copyOf(tallies);
    }

    /** The table that comes with the program. */
    public static PrecisionTable shipped() {
        try (InputStream stream = PrecisionTable.class.getResourceAsStream(SHIPPED)) {
            return stream == null
                    ? new PrecisionTable(Map.of())
                    : of(new String(stream.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** Reads a table; lines that are none are passed over. */
    public static PrecisionTable of(String text) {
        Map<String, Tally> tallies = new TreeMap<>();
        text.lines().map(line -> line.split("\t")).forEach(cells -> {
            if (cells.length == 4 && cells[2].matches("\\d{1,8}") && cells[3].matches("\\d{1,8}")) {
                Tally tally = new Tally(Integer.parseInt(cells[2]), Integer.parseInt(cells[3]));
                tallies.put(cells[0] + "\t" + cells[1], tally);
            }
        });
        return new PrecisionTable(tallies);
    }

    /** The table as text, in a fixed order. */
    public String text() {
        return new TreeMap<>(tallies)
                .entrySet().stream()
                        .map(one -> one.getKey() + "\t" + one.getValue().passed() + "\t"
                                + one.getValue().right() + "\n")
                        .collect(Collectors.joining());
    }

    /** Both tables in one. */
    public PrecisionTable with(PrecisionTable more) {
        Map<String, Tally> sum = new TreeMap<>(tallies);
        more.tallies.forEach((key, tally) -> sum.merge(key, tally, Tally::plus));
        return new PrecisionTable(sum);
    }

    /** The table after a person has merged (or rejected) a change. */
    public PrecisionTable decided(String operator, String exception, boolean merged) {
        Tally one = new Tally(1, merged ? 1 : 0);
        return with(new PrecisionTable(Map.of(operator + "\t" + exception, one)));
    }

    /** How likely a change that passed is right, 0 to 1: what was seen, drawn towards a guess where little was. */
    public double of(String operator, String exception, double guess) {
        Tally seen = tallies.getOrDefault(operator + "\t" + exception, new Tally(0, 0));
        return (seen.right() + DOUBT * guess) / (seen.passed() + DOUBT);
    }
}
