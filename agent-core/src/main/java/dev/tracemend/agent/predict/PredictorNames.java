package dev.tracemend.agent.predict;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Keys of a program's predictors as DSPy writes them: names of fields with dots between, {@code list[0]}, {@code
 * map['key']}; a predictor that stands alone is {@code self}. One that is reached twice keeps its first name.
 */
final class PredictorNames {
    private static final String ALONE = "self";

    private final Map<Predict<?, ?>, String> names = new IdentityHashMap<>();
    private final Map<String, Predict<?, ?>> byName = new LinkedHashMap<>();
    private final Map<Object, Boolean> seen = new IdentityHashMap<>();

    private PredictorNames() {}

    static PredictorNames of(Program<?, ?> program) {
        PredictorNames names = new PredictorNames();
        if (program instanceof Predict<?, ?> alone) {
            names.add(ALONE, alone);
        } else {
            names.walk("", program);
        }
        return names;
    }

    Map<String, Predict<?, ?>> byName() {
        return byName;
    }

    Optional<String> of(Predict<?, ?> predictor) {
        return Optional.ofNullable(names.get(predictor));
    }

    private void walk(String path, Program<?, ?> program) {
        if (seen.put(program, true) != null) {
            return;
        }
        Deque<Class<?>> classes = new ArrayDeque<>();
        for (Class<?> type = program.getClass(); type != Program.class && type != null; type = type.getSuperclass()) {
            classes.push(type);
        }
        for (Class<?> type : classes) {
            for (Field field : type.getDeclaredFields()) {
                if (!Modifier.isStatic(field.getModifiers()) && mayHold(field.getType())) {
                    visit(path.isEmpty() ? field.getName() : path + "." + field.getName(), value(field, program));
                }
            }
        }
    }

    private static boolean mayHold(Class<?> type) {
        return Program.class.isAssignableFrom(type)
                || type.isAssignableFrom(Program.class)
                || List.class.isAssignableFrom(type)
                || Map.class.isAssignableFrom(type);
    }

    private void visit(String path, Optional<Object> value) {
        if (value.isEmpty()) {
            return;
        }
        if (value.get() instanceof Predict<?, ?> predictor) {
            add(path, predictor);
        } else if (value.get() instanceof Program<?, ?> program) {
            walk(path, program);
        } else if (value.get() instanceof List<?> list) {
            for (int i = 0; i < list.size(); i++) {
                visit(path + "[" + i + "]", Optional.ofNullable(list.get(i)));
            }
        } else if (value.get() instanceof Map<?, ?> map) {
            map.forEach((key, each) -> visit(path + "['" + key + "']", Optional.ofNullable(each)));
        }
    }

    private void add(String name, Predict<?, ?> predictor) {
        if (names.putIfAbsent(predictor, name) == null) {
            byName.put(name, predictor);
        }
    }

    private static Optional<Object> value(Field field, Object owner) {
        try {
            field.setAccessible(true);
            return Optional.ofNullable(field.get(owner));
        } catch (IllegalAccessException | RuntimeException closed) {
            // A field that a module keeps to itself holds none of the program's own predictors.
            return Optional.empty();
        }
    }
}
