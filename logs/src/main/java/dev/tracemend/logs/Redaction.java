package dev.tracemend.logs;

import java.util.Map;
import java.util.TreeMap;

/**
 * A text without its secrets.
 *
 * @param count how many were masked
 * @param kinds how many of each kind; the kind is what the mask says
 */
public record Redaction(String text, int count, Map<String, Integer> kinds) {

    /** Copies the map. */
    public Redaction {
        kinds = Map.copyOf(kinds);
    }

    /** Where nothing was masked. */
    public Redaction(String text, int count) {
        this(text, count, Map.of());
    }

    /** {@code next} was made of this one's text. */
    Redaction then(Redaction next) {
        if (next.count == 0 || count == 0) {
            return next.count == 0 ? this : next;
        }
        Map<String, Integer> sum = new TreeMap<>(kinds);
        next.kinds.forEach((kind, times) -> sum.merge(kind, times, Integer::sum));
        return new Redaction(next.text, count + next.count, sum);
    }
}
