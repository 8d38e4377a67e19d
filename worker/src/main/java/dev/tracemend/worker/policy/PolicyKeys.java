package dev.tracemend.worker.policy;

import java.nio.file.FileSystems;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;

/** One map of a policy file with the place where it stands; a value of the wrong kind is refused with both. */
record PolicyKeys(String place, Map<String, Object> values) {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(ms|s|m|h|d)");

    static PolicyKeys of(@Nullable Object value, String place, String... known) {
        if (value == null) {
            return new PolicyKeys(place, Map.of());
        }
        if (!(value instanceof Map<?, ?> map)) {
            throw new PolicyException(place + ": expected lines of the form \"key: value\"");
        }
        Map<String, Object> values = new LinkedHashMap<>();
        map.forEach((key, inner) -> {
            if (inner != null) {
                values.put(String.valueOf(key), inner);
            }
        });
        PolicyKeys keys = new PolicyKeys(place, values);
        return known.length == 0 ? keys : keys.only(known);
    }

    /** Itself, or an exception with a suggestion where it holds another key. */
    PolicyKeys only(String... known) {
        for (String key : values.keySet()) {
            if (!Arrays.asList(known).contains(key)) {
                throw new PolicyException(
                        UnknownKey.said(place, key, Arrays.asList(known), "it may hold " + String.join(", ", known)));
            }
        }
        return this;
    }

    PolicyKeys map(String key) {
        return of(values.get(key), place + ": " + key);
    }

    Map<String, Object> entries(String key) {
        return map(key).values();
    }

    String text(String key, String otherwise) {
        Object value = values.get(key);
        if (value == null || value instanceof String) {
            return value == null ? otherwise : (String) value;
        }
        throw wrong(key, "a word");
    }

    long whole(String key, long otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Integer || value instanceof Long) {
            long number = ((Number) value).longValue();
            if (number >= 0 && number <= Integer.MAX_VALUE) {
                return number;
            }
        }
        throw wrong(key, "a whole number from 0 to " + Integer.MAX_VALUE);
    }

    double number(String key, double otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (value instanceof Number number && number.doubleValue() >= 0 && Double.isFinite(number.doubleValue())) {
            return number.doubleValue();
        }
        throw wrong(key, "a number that is not negative");
    }

    Duration time(String key, Duration otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        Matcher matcher = TIME.matcher(String.valueOf(value));
        if (!matcher.matches()) {
            throw wrong(key, "a time such as 90s, 10m, 2h or 7d");
        }
        long count = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "ms" -> Duration.ofMillis(count);
            case "s" -> Duration.ofSeconds(count);
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
    }

    /** A list of globs. */
    List<String> texts(String key, List<String> otherwise) {
        Object value = values.get(key);
        if (value == null) {
            return otherwise;
        }
        if (!(value instanceof List<?> list) || !list.stream().allMatch(String.class::isInstance)) {
            throw wrong(key, "a list of globs, for example [\"src/generated/**\"]");
        }
        List<String> globs = list.stream().map(String.class::cast).toList();
        for (String glob : globs) {
            try {
                FileSystems.getDefault().getPathMatcher("glob:" + glob);
            } catch (PatternSyntaxException broken) {
                throw new PolicyException(
                        place + ": " + key + ": \"" + glob + "\" is no glob: " + broken.getDescription());
            }
        }
        return globs;
    }

    private PolicyException wrong(String key, String expected) {
        return new PolicyException(place + ": " + key + " is \"" + values.get(key) + "\"; expected " + expected);
    }
}
