package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Array;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.function.Supplier;
import java.util.stream.BaseStream;
import org.jspecify.annotations.Nullable;

/**
 * Values as text that can be compared between two runs: by content, never by identity, bounded in depth and length.
 * Objects of the project are told by their fields.
 */
final class ValueText {
    private static final int DEEPEST = 5;
    private static final int MOST_ITEMS = 100;
    private static final int LONGEST = 4000;

    private final CandidateLoader loader;
    private int budget = LONGEST;

    ValueText(CandidateLoader loader) {
        this.loader = loader;
    }

    String of(@Nullable Object value) {
        return of(value, 0);
    }

    private String of(@Nullable Object value, int depth) {
        if (value == null) {
            return "null";
        }
        if (depth > DEEPEST || budget <= 0) {
            return "…";
        }
        String text = describe(value, depth);
        budget -= text.length();
        return text;
    }

    private String describe(Object value, int depth) {
        if (value instanceof Throwable thrown) {
            return thrown.getClass().getName();
        } else if (value.getClass().isArray()) {
            return array(value, depth);
        } else if (value instanceof Enum<?> constant) {
            return constant.name();
        } else if (loader.owns(value.getClass().getName())) {
            return fields(value, depth);
        } else if (value instanceof Map<?, ?> map) {
            return map(map, depth);
        } else if (value instanceof Collection<?> collection) {
            return collection(collection, depth);
        } else if (value instanceof Optional<?> optional) {
            return "Optional[" + of(optional.orElse(null), depth + 1) + "]";
        }
        return plain(value);
    }

    /** A library's value by its own words, unless these are only its identity. */
    private static String plain(Object value) {
        String name = value.getClass().getName();
        if (value instanceof BaseStream || value instanceof Supplier || value instanceof Thread) {
            return name;
        }
        String text = guarded(value::toString);
        return text.contains("@" + Integer.toHexString(System.identityHashCode(value))) || name.contains("$$")
                ? name.replaceAll("\\$\\$.*|\\$Proxy.*", "")
                : text.substring(0, Math.min(LONGEST, text.length()));
    }

    private static String guarded(Supplier<String> words) {
        try {
            return String.valueOf(words.get());
        } catch (RuntimeException | StackOverflowError broken) {
            return "throws " + broken.getClass().getName();
        }
    }

    private String array(Object array, int depth) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < Math.min(MOST_ITEMS, Array.getLength(array)); i++) {
            parts.add(of(Array.get(array, i), depth + 1));
        }
        return Array.getLength(array) + parts.toString();
    }

    private String collection(Collection<?> items, int depth) {
        List<String> parts = new ArrayList<>();
        try {
            for (Object item : items) {
                if (parts.size() == MOST_ITEMS) {
                    break;
                }
                parts.add(of(item, depth + 1));
            }
        } catch (RuntimeException broken) {
            parts.add("throws " + broken.getClass().getName());
        }
        if (items instanceof Set && !(items instanceof SortedSet) && !(items instanceof LinkedHashSet)) {
            parts.sort(null);
        }
        return parts.toString();
    }

    private String map(Map<?, ?> map, int depth) {
        List<String> parts = new ArrayList<>();
        try {
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                if (parts.size() == MOST_ITEMS) {
                    break;
                }
                parts.add(of(entry.getKey(), depth + 1) + "=" + of(entry.getValue(), depth + 1));
            }
        } catch (RuntimeException broken) {
            parts.add("throws " + broken.getClass().getName());
        }
        parts.sort(null);
        return parts.toString();
    }

    private String fields(Object object, int depth) {
        List<String> parts = new ArrayList<>();
        for (Class<?> type = object.getClass();
                type != null && loader.owns(type.getName());
                type = type.getSuperclass()) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && field.trySetAccessible()) {
                    parts.add(field.getName() + "=" + of(read(field, object), depth + 1));
                }
            }
        }
        return object.getClass().getSimpleName() + parts;
    }

    private static @Nullable Object read(Field field, Object object) {
        try {
            return field.get(object);
        } catch (IllegalAccessException closed) {
            return "?";
        }
    }
}
