package dev.tracemend.worker.policy;

import java.util.Collection;
import java.util.Comparator;
import org.apache.commons.text.similarity.LevenshteinDistance;

/** What a person is told of a key in a file of settings that nobody knows. */
public final class UnknownKey {
    private UnknownKey() {}

    /**
     * The place, the key, the known one that it is a slip of, where there is one, and where all are named.
     *
     * @param all a sentence, such as {@code `tracemend config` lists all keys}
     */
    public static String said(String place, String key, Collection<String> known, String all) {
        int slips = Math.max(2, key.length() / 3);
        String meant = known.stream()
                .filter(one -> distance(one, key) <= slips)
                .min(Comparator.comparingInt(one -> distance(one, key)))
                .map(one -> "did you mean \"" + one + "\"? ")
                .orElse("");
        return place + ": unknown key \"" + key + "\"; " + meant + all;
    }

    private static int distance(String one, String other) {
        return LevenshteinDistance.getDefaultInstance().apply(one, other);
    }
}
