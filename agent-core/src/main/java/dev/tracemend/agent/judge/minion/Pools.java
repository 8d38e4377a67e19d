package dev.tracemend.agent.judge.minion;

import java.util.List;
import java.util.Map;

/**
 * Values that may matter to a failure, by where they were seen.
 *
 * @param texts strings: of the exception's message, of the log around it, of the failing sources, of the other sources
 * @param numbers numbers as they were written, in the same four groups
 * @param named values that the log gives a name: {@code sku=A-1}
 * @param separators short strings that the sources split or join at
 */
public record Pools(
        List<List<String>> texts,
        List<List<String>> numbers,
        Map<String, List<String>> named,
        List<String> separators) {

    /** Copies the collections. */
    public Pools {
        texts = List.copyOf(texts);
        numbers = List.copyOf(numbers);
        named = Map.copyOf(named);
        separators = List.copyOf(separators);
    }
}
