package dev.tracemend.bench.judge;

import dev.tracemend.agent.edit.TextEdit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes such as a search makes them: one operator, literal or name for another, some of which do not compile. */
final class SmallChanges {
    private static final Pattern PLACE = Pattern.compile(
            "(?<= )(<=|<|!=|\\+=|&&|\\*|-|>|==|\\?)(?= )|\\b(0|1|2)\\b|\\b(bound|value|i|sum)\\b(?= [<!*;])");
    private static final List<List<String>> GROUPS = List.of(
            List.of("<=", "<", ">", "!=", "=="),
            List.of("+=", "-=", "="),
            List.of("&&", "||"),
            List.of("*", "-", "+", "/"),
            List.of("0", "1", "2", "-1"),
            List.of("bound", "value", "i", "sum", "values.size()"));

    private SmallChanges() {}

    /**
     * So many different changes of a text, the same for the same seed; of one edit as far as there are, then of two.
     *
     * @throws IllegalArgumentException where the text has not so many
     */
    static List<List<TextEdit>> of(String path, String text, int count, long seed) {
        List<TextEdit> all = new ArrayList<>();
        Matcher matcher = PLACE.matcher(text);
        while (matcher.find()) {
            for (List<String> group : GROUPS) {
                if (group.contains(matcher.group())) {
                    for (String other : group) {
                        if (!other.equals(matcher.group())) {
                            all.add(new TextEdit(path, matcher.start(), matcher.end(), other));
                        }
                    }
                }
            }
        }
        Random random = new Random(seed);
        Collections.shuffle(all, random);
        Set<List<TextEdit>> some = new LinkedHashSet<>();
        all.stream().limit(count).forEach(edit -> some.add(List.of(edit)));
        for (int tries = 0; some.size() < count; tries++) {
            if (tries > 20 * count) {
                throw new IllegalArgumentException("a class of " + text.lines().count() + " lines has only about "
                        + some.size() + " different changes: ask for fewer candidates");
            }
            TextEdit one = all.get(random.nextInt(all.size()));
            TextEdit other = all.get(random.nextInt(all.size()));
            if (one.end() < other.start()) {
                some.add(List.of(one, other));
            }
        }
        return List.copyOf(some);
    }
}
