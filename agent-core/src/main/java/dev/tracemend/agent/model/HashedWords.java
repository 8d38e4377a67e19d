package dev.tracemend.agent.model;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * Vectors without a model: each word, split where a name changes its case, is hashed to one of 512 places. It knows which
 * words two texts share, and nothing of what they mean: {@code car} and {@code automobile} are strangers to it. The same
 * text gives the same vector on every machine; its length is 1, or 0 for a text without words.
 */
public final class HashedWords implements EmbeddingModel {
    private static final int DIMENSION = 512;
    private static final Pattern WORD = Pattern.compile("\\p{Lu}+(?!\\p{Ll})|\\p{Lu}?\\p{Ll}+|\\p{Lo}+|\\d+");

    @Override
    public String name() {
        return "hashed-words-" + DIMENSION;
    }

    @Override
    public Embeddings embed(List<String> texts) {
        return new Embeddings(texts.stream().map(HashedWords::vector).toList(), 0);
    }

    private static float[] vector(String text) {
        Map<String, Integer> counts = new HashMap<>();
        String before = "";
        for (String word : words(text)) {
            counts.merge(word, 1, Integer::sum);
            if (!before.isEmpty()) {
                counts.merge(before + ' ' + word, 1, Integer::sum);
            }
            before = word;
        }
        double[] sums = new double[DIMENSION];
        counts.forEach((word, count) -> {
            long hash = hash(word);
            double sign = (hash >> 16 & 1) == 0 ? 1 : -1;
            // A pair of words says where they stand, a word what it is about.
            double weight = word.indexOf(' ') < 0 ? 1 : 0.5;
            sums[(int) (hash % DIMENSION)] += sign * weight * (1 + Math.log(count));
        });
        return unit(sums);
    }

    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            words.add(matcher.group().toLowerCase(Locale.ROOT));
        }
        return words;
    }

    private static long hash(String word) {
        CRC32 crc = new CRC32();
        crc.update(word.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }

    private static float[] unit(double[] sums) {
        double square = 0;
        for (double sum : sums) {
            square += sum * sum;
        }
        float[] unit = new float[sums.length];
        for (int i = 0; i < sums.length && square > 0; i++) {
            unit[i] = (float) (sums[i] / Math.sqrt(square));
        }
        return unit;
    }
}
