package dev.tracemend.contracts;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What a record takes where the wire holds nothing: Jackson passes null for an absent key, and for a null in a list. */
final class Absent {
    private Absent() {}

    static String text(@Nullable String value) {
        return value == null ? "" : value;
    }

    /** A number that JSON can carry; one that is beyond a double (1e999) says nothing. */
    static double finite(double value) {
        return Double.isFinite(value) ? value : 0;
    }

    static <T> T or(@Nullable T value, T otherwise) {
        return value == null ? otherwise : value;
    }

    static <T> List<T> list(@Nullable List<T> value) {
        return value == null
                ? List.of()
                : value.stream().filter(Objects::nonNull).toList();
    }

    static <K, V> Map<K, V> map(@Nullable Map<K, V> value) {
        Map<K, V> present = new HashMap<>(value == null ? Map.of() : value);
        present.values().removeIf(Objects::isNull);
        return Map.copyOf(present);
    }
}
