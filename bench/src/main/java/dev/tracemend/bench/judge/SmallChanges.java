package dev.tracemend.bench.judge;

import dev.tracemend.agent.edit.TextEdit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Changes such as a search makes them: one operator, literal or name for another, some of which do not compile. */
final class SmallChanges {
    private static final Pattern PLACE =
            Pattern.compile("(?<= )(<=|<|!=|\\+=|&&|\\*|-|>|==|\\?)(?= )|\\b(0|1|2)\\b|\\b(bound|value|i|sum)\\b(?= [<!*;])");
    private static final List<List<String>> GROUPS = List.of(
            List.of("<=", "<", ">", "!=", "=="),
            List.of("+=", "-=", "="),
            List.of("&&", "||"),
            List.of("*", "-", "+", "/"),
            List.of("0", "1", "2", "-1"),
            List.of("bound", "value", "i", "sum", "values.size()"));

    private SmallChanges() {}

    /** So many changes of a text, the same for the same seed; each a single edit. */
    static List<TextEdit> of(String path, String text, int count, long seed) {
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
        List<TextEdit> some = new ArrayList<>();
        Random random = new Random(seed);
        while (some.size() < count) {
            some.add(all.get(random.nextInt(all.size())));
        }
        return some;
    }
}
