package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Method;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds classes and their members by name, once each; what is found is made accessible. */
final class Members {
    private final ClassLoader loader;
    private final Map<String, Class<?>> classes = new HashMap<>(Map.of(
            "int", int.class,
            "long", long.class,
            "double", double.class,
            "float", float.class,
            "short", short.class,
            "byte", byte.class,
            "char", char.class,
            "boolean", boolean.class));
    private final Map<List<Object>, Method> methods = new HashMap<>();
    private final Map<List<Object>, Constructor<?>> constructors = new HashMap<>();

    Members(ClassLoader loader) {
        this.loader = loader;
    }

    Class<?> type(String name) throws ClassNotFoundException {
        Class<?> known = classes.get(name);
        if (known == null) {
            known = Class.forName(name, false, loader);
            classes.put(name, known);
        }
        return known;
    }

    Constructor<?> constructor(String owner, List<String> params) throws ReflectiveOperationException {
        List<Object> key = List.of(owner, params);
        Constructor<?> known = constructors.get(key);
        if (known == null) {
            known = type(owner).getDeclaredConstructor(types(params));
            known.trySetAccessible();
            constructors.put(key, known);
        }
        return known;
    }

    Method method(String owner, String name, List<String> params) throws ReflectiveOperationException {
        List<Object> key = List.of(owner, name, params);
        Method known = methods.get(key);
        if (known == null) {
            known = type(owner).getDeclaredMethod(name, types(params));
            known.trySetAccessible();
            methods.put(key, known);
        }
        return known;
    }

    Field field(String owner, String name) throws ReflectiveOperationException {
        Field field = type(owner).getDeclaredField(name);
        field.trySetAccessible();
        return field;
    }

    private Class<?>[] types(List<String> names) throws ClassNotFoundException {
        Class<?>[] types = new Class<?>[names.size()];
        for (int i = 0; i < types.length; i++) {
            types[i] = type(names.get(i));
        }
        return types;
    }
}
