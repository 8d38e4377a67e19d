package dev.tracemend.streams.contexts;

import dev.tracemend.logs.GroupingRules;

/**
 * How contexts of files are made.
 *
 * @param topic the short name that the contexts carry
 * @param rules of a grouping file
 * @param linesBefore lines kept before an error
 * @param linesAfter lines kept after an error
 * @param mostCauses causes that are open at once; beyond them the one seen longest ago is given out
 */
public record ContextOptions(String topic, GroupingRules rules, int linesBefore, int linesAfter, int mostCauses) {

    /** Topic {@code app}, no rules, 20 lines before and 10 after, 10,000 causes. */
    public static ContextOptions defaults() {
        return new ContextOptions("app", GroupingRules.NONE, 20, 10, 10_000);
    }
}
