package dev.tracemend.agent.judge.minion;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * The values one attempt draws from: few, so that calls of one scenario speak of the same things. What the log names comes
 * first, what the sources hold next, then bounds.
 */
final class Palette {
    private static final List<String> PLAIN_TEXTS = List.of("a", "b", "", "c", " ", "x1");
    private static final List<String> PLAIN_NUMBERS = List.of("1", "2", "0", "3", "-1", "10", "100");
    private static final int[] WEIGHTS = {30, 25, 22, 8};

    private final Pools pools;
    private final Random random;
    private final List<String> texts = new ArrayList<>();
    private final List<String> numbers = new ArrayList<>();

    Palette(Pools pools, Random random) {
        this.pools = pools;
        this.random = random;
        for (int i = 0; i < 3; i++) {
            texts.add(draw(pools.texts(), PLAIN_TEXTS));
            numbers.add(draw(pools.numbers(), PLAIN_NUMBERS));
        }
    }

    /** A string for a parameter (or whatever else it is for) of that name. */
    String text(String name) {
        List<String> named = named(name);
        if (!named.isEmpty() && random.nextInt(100) < 50) {
            return pick(named);
        }
        int dice = random.nextInt(100);
        if (dice < 12) {
            return joined();
        }
        return dice < 65 ? pick(texts) : draw(pools.texts(), PLAIN_TEXTS);
    }

    /** A number as text for a parameter of that name. */
    String number(String name) {
        List<String> named = named(name);
        if (!named.isEmpty() && random.nextInt(100) < 40) {
            return pick(named);
        }
        return random.nextInt(100) < 50 ? pick(numbers) : draw(pools.numbers(), PLAIN_NUMBERS);
    }

    /** What the log calls by that name, or by its last word: {@code sku} for {@code itemSku}. */
    private List<String> named(String name) {
        String small = name.toLowerCase(Locale.ROOT);
        for (int i = 0; i < name.length(); i++) {
            if (i == 0 || Character.isUpperCase(name.charAt(i))) {
                List<String> values = pools.named().getOrDefault(small.substring(i), List.of());
                if (!values.isEmpty()) {
                    return values;
                }
            }
        }
        return List.of();
    }

    /** Fields put together with a separator of the sources, as a line of a file or a list in a string. */
    private String joined() {
        if (pools.separators().isEmpty()) {
            return draw(pools.texts(), PLAIN_TEXTS);
        }
        String separator = pick(pools.separators());
        List<String> parts = new ArrayList<>();
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            parts.add(random.nextBoolean() ? pick(texts) : random.nextBoolean() ? pick(numbers) : pick(PLAIN_TEXTS));
        }
        String joined = String.join(separator, parts);
        return random.nextInt(4) == 0 ? joined + separator : joined;
    }

    private String draw(List<List<String>> groups, List<String> plain) {
        int dice = random.nextInt(100);
        for (int i = 0; i < WEIGHTS.length && i < groups.size(); i++) {
            dice -= WEIGHTS[i];
            if (dice < 0 && !groups.get(i).isEmpty()) {
                return pick(groups.get(i));
            }
        }
        return pick(plain);
    }

    private String pick(List<String> from) {
        return from.get(random.nextInt(from.size()));
    }
}
