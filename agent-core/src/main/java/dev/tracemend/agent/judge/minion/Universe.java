package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Constructor;
import java.lang.reflect.Executable;
import java.lang.reflect.Field;
import java.lang.reflect.Member;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/**
 * The project's production classes as a search sees them: what can be made, called and used from a class in a given
 * package, in an order that does not depend on the JVM.
 */
final class Universe {
    private static final int MOST_CLASSES = 3000;
    private static final Set<String> FIXED = Set.of(
            "java.lang.String",
            "java.lang.Integer",
            "java.lang.Long",
            "java.util.regex.Pattern",
            "java.math.BigDecimal");

    private final CandidateLoader loader;
    private final String fromPackage;
    private final List<Class<?>> classes = new ArrayList<>();
    private final Map<Class<?>, List<Class<?>>> concrete = new HashMap<>();
    private final Map<Class<?>, List<Method>> mutators = new HashMap<>();
    private final Map<Class<?>, List<Method>> open = new HashMap<>();
    private final Map<Class<?>, List<Executable>> makers = new HashMap<>();

    Universe(CandidateLoader loader, List<String> names, String fromPackage) {
        this.loader = loader;
        this.fromPackage = fromPackage;
        for (String name : names.subList(0, Math.min(MOST_CLASSES, names.size()))) {
            try {
                Class<?> type = Class.forName(name, false, loader);
                resolve(type);
                classes.add(type);
            } catch (ClassNotFoundException | LinkageError broken) {
                // cannot be used
            }
        }
    }

    /** Fails when the class refers to what is not on the class path. */
    private static void resolve(Class<?> type) {
        Method[] methods = type.getDeclaredMethods();
        Field[] fields = type.getDeclaredFields();
        Constructor<?>[] constructors = type.getDeclaredConstructors();
        Objects.requireNonNull(List.of(methods, fields, constructors));
    }

    boolean owns(Class<?> type) {
        return loader.owns(type.getName());
    }

    Class<?> type(String name) throws ClassNotFoundException {
        return Class.forName(name, false, loader);
    }

    /** Classes of the project that can be made and be used as this type, itself first. */
    List<Class<?>> concrete(Class<?> type) {
        return concrete.computeIfAbsent(type, wanted -> classes.stream()
                .filter(one -> wanted.isAssignableFrom(one) && reachable(one))
                .filter(one -> !Modifier.isAbstract(one.getModifiers()) || one.isEnum())
                .filter(one -> !one.isAnonymousClass() && !one.isLocalClass() && !inner(one))
                .sorted(Comparator.comparing((Class<?> one) -> one != wanted).thenComparing(Class::getName))
                .toList());
    }

    /** Constructors and static factories of a class, the ones with few parameters first. */
    List<Executable> makers(Class<?> type) {
        return makers.computeIfAbsent(type, wanted -> {
            List<Executable> found = new ArrayList<>();
            if (!Modifier.isAbstract(wanted.getModifiers())) {
                for (Constructor<?> one : wanted.getDeclaredConstructors()) {
                    add(found, one);
                }
            }
            for (Method one : wanted.getDeclaredMethods()) {
                if (Modifier.isStatic(one.getModifiers()) && wanted.isAssignableFrom(one.getReturnType())) {
                    add(found, one);
                }
            }
            found.sort(Comparator.comparingInt(Executable::getParameterCount)
                    .thenComparing(one -> one instanceof Method)
                    .thenComparing(Executable::toString));
            return found;
        });
    }

    private void add(List<Executable> found, Executable one) {
        if (reachable(one) && !one.isSynthetic()) {
            found.add(one);
        }
    }

    /** Static fields of a class that hold one of its own: a singleton, an enum's constants. */
    List<Field> constants(Class<?> type) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> Modifier.isStatic(field.getModifiers()) && Modifier.isFinal(field.getModifiers()))
                .filter(field -> type.isAssignableFrom(field.getType()) && reachable(field))
                .toList();
    }

    /** Methods that may change an object's (or its class's) state; getters and the like are left out. */
    List<Method> mutators(Class<?> type) {
        return mutators.computeIfAbsent(type, wanted -> {
            List<Method> found = new ArrayList<>();
            for (Class<?> one = wanted; one != null && owns(one); one = one.getSuperclass()) {
                for (Method method : one.getDeclaredMethods()) {
                    if (reachable(method) && !method.isSynthetic() && !method.isBridge() && mutates(method)) {
                        found.add(method);
                    }
                }
            }
            found.sort(Comparator.comparing(Method::toString));
            return wanted.isRecord() || wanted.isEnum() ? List.of() : found;
        });
    }

    /** Whether the compiler has written it: an enum's {@code valueOf} does what it should. */
    static boolean generated(Executable member) {
        return member.getDeclaringClass().isEnum()
                && (member.getName().equals("valueOf") || member.getName().equals("values"));
    }

    /** All methods of a class that can be called from the package. */
    List<Method> open(Class<?> type) {
        return open.computeIfAbsent(type, wanted -> Arrays.stream(wanted.getDeclaredMethods())
                .filter(method -> !generated(method))
                .filter(method -> reachable(method) && !method.isSynthetic() && !method.isBridge())
                .filter(method -> !Modifier.isAbstract(method.getModifiers())
                        && !method.getName().equals("main"))
                .sorted(Comparator.comparing(Method::toString))
                .toList());
    }

    private static boolean mutates(Method method) {
        String name = method.getName();
        boolean reads = name.matches("(get|is|has|to|size|count|find|contains|hash|equals|describe|format|compare).*");
        boolean entry = name.equals("main") && Modifier.isStatic(method.getModifiers());
        return !entry
                && !name.equals("equals")
                && !name.equals("hashCode")
                && (method.getReturnType() == void.class
                        || !reads && !(method.getParameterCount() == 0 && owned(method)));
    }

    /** A record's or bean's accessor: no parameters, named like a field. */
    private static boolean owned(Method method) {
        return Arrays.stream(method.getDeclaringClass().getDeclaredFields())
                .anyMatch(field -> field.getName().equals(method.getName()));
    }

    /** Methods without parameters of an object of the project that give a type: its accessors. */
    List<Method> accessors(Class<?> owner, Class<?> wanted) {
        if (!owns(owner)) {
            return List.of();
        }
        return Arrays.stream(owner.getDeclaredMethods())
                .filter(method -> method.getParameterCount() == 0 && method.getReturnType() == wanted)
                .filter(method ->
                        !Modifier.isStatic(method.getModifiers()) && reachable(method) && !method.isSynthetic())
                .filter(method -> !method.getName().equals("toString"))
                .sorted(Comparator.comparing(Method::getName))
                .toList();
    }

    /** Whether a test in the package could name the class. */
    boolean reachable(Class<?> type) {
        for (Class<?> one = type; one != null; one = one.getEnclosingClass()) {
            boolean samePackage = one.getPackageName().equals(fromPackage);
            if (Modifier.isPrivate(one.getModifiers()) || !(Modifier.isPublic(one.getModifiers()) || samePackage)) {
                return false;
            }
        }
        return true;
    }

    /** Whether a test in the package could use the member. */
    boolean reachable(Member member) {
        int modifiers = member.getModifiers();
        boolean samePackage = member.getDeclaringClass().getPackageName().equals(fromPackage);
        return reachable(member.getDeclaringClass())
                && !Modifier.isPrivate(modifiers)
                && (Modifier.isPublic(modifiers) || samePackage);
    }

    /** Whether a class of the project keeps state in static fields, so that runs could influence each other. */
    boolean keepsStatics() {
        return classes.stream()
                .flatMap(type -> Arrays.stream(type.getDeclaredFields()))
                .anyMatch(field -> Modifier.isStatic(field.getModifiers()) && !field.isSynthetic() && !fixed(field));
    }

    private static boolean fixed(Field field) {
        Class<?> type = field.getType();
        return Modifier.isFinal(field.getModifiers())
                && (type.isPrimitive()
                        || type.isEnum()
                        || type.getSimpleName().endsWith("Logger")
                        || FIXED.contains(type.getName())
                        || type.getPackageName().equals("java.time"));
    }

    private static boolean inner(Class<?> type) {
        return type.isMemberClass() && !Modifier.isStatic(type.getModifiers());
    }
}
