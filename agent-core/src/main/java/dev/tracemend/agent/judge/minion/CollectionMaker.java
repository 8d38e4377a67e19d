package dev.tracemend.agent.judge.minion;

import java.lang.reflect.GenericArrayType;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes arrays, optionals, and mutable collections of few items. */
final class CollectionMaker {
    private static final Map<String, String> SHAPES = Map.ofEntries(
            Map.entry("java.util.List", "java.util.ArrayList"),
            Map.entry("java.util.Collection", "java.util.ArrayList"),
            Map.entry("java.lang.Iterable", "java.util.ArrayList"),
            Map.entry("java.util.ArrayList", "java.util.ArrayList"),
            Map.entry("java.util.LinkedList", "java.util.LinkedList"),
            Map.entry("java.util.Set", "java.util.LinkedHashSet"),
            Map.entry("java.util.HashSet", "java.util.HashSet"),
            Map.entry("java.util.LinkedHashSet", "java.util.LinkedHashSet"),
            Map.entry("java.util.SortedSet", "java.util.TreeSet"),
            Map.entry("java.util.NavigableSet", "java.util.TreeSet"),
            Map.entry("java.util.TreeSet", "java.util.TreeSet"),
            Map.entry("java.util.Queue", "java.util.ArrayDeque"),
            Map.entry("java.util.Deque", "java.util.ArrayDeque"),
            Map.entry("java.util.ArrayDeque", "java.util.ArrayDeque"),
            Map.entry("java.util.Map", "java.util.LinkedHashMap"),
            Map.entry("java.util.HashMap", "java.util.HashMap"),
            Map.entry("java.util.LinkedHashMap", "java.util.LinkedHashMap"),
            Map.entry("java.util.SortedMap", "java.util.TreeMap"),
            Map.entry("java.util.NavigableMap", "java.util.TreeMap"),
            Map.entry("java.util.TreeMap", "java.util.TreeMap"),
            Map.entry("java.util.concurrent.ConcurrentMap", "java.util.concurrent.ConcurrentHashMap"),
            Map.entry("java.util.concurrent.ConcurrentHashMap", "java.util.concurrent.ConcurrentHashMap"));

    private final Maker maker;
    private final Random random;

    CollectionMaker(Maker maker, Random random) {
        this.maker = maker;
        this.random = random;
    }

    Optional<Expr> make(Type type, Class<?> raw, String name, int depth) throws Unbuildable {
        if (raw.isArray()) {
            Type component = type instanceof GenericArrayType generic
                    ? generic.getGenericComponentType()
                    : raw.getComponentType();
            return Optional.of(
                    new Expr.Many("array", raw.getComponentType().getName(), items(List.of(component), name, depth)));
        }
        if (raw == Optional.class) {
            return Optional.of(optional(type, name, depth));
        }
        String shape = SHAPES.get(raw.getName());
        if (shape == null) {
            return Optional.empty();
        }
        List<Type> parts = new ArrayList<>();
        for (int i = 0; i < Math.max(1, raw.getTypeParameters().length); i++) {
            parts.add(argument(type, i));
        }
        return Optional.of(new Expr.Many(shape, "", items(parts, name, depth)));
    }

    private Expr optional(Type type, String name, int depth) throws Unbuildable {
        if (random.nextInt(4) == 0) {
            return new Expr.StaticCall("java.util.Optional", "empty", List.of(), List.of());
        }
        return new Expr.StaticCall(
                "java.util.Optional",
                "ofNullable",
                List.of("java.lang.Object"),
                List.of(maker.make(argument(type, 0), name, depth + 1)));
    }

    private static Type argument(Type type, int at) {
        return type instanceof ParameterizedType generic && generic.getActualTypeArguments().length > at
                ? generic.getActualTypeArguments()[at]
                : Object.class;
    }

    private List<Expr> items(List<Type> parts, String name, int depth) throws Unbuildable {
        List<Expr> items = new ArrayList<>();
        int count = Math.max(0, random.nextInt(5) - 1);
        for (int i = 0; i < count; i++) {
            for (Type part : parts) {
                items.add(maker.make(part, singular(name), depth + 1));
            }
        }
        return items;
    }

    private static String singular(String name) {
        return name.endsWith("s") ? name.substring(0, name.length() - 1) : name;
    }
}
