package dev.tracemend.agent.judge.minion;

import java.lang.annotation.Annotation;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Runs single tests of plain test classes by calling them, which costs a fifth of what JUnit's launcher takes. Plain is a
 * class of which nothing but {@code @Test} and at most one {@code @BeforeEach} and {@code @AfterEach} (or JUnit 4's) has
 * a say in how a test runs; how that class is to be run is read once.
 */
final class PlainTests {
    private static final Set<String> TESTS = Set.of("org.junit.jupiter.api.Test", "org.junit.Test");
    private static final Set<String> BEFORE = Set.of("org.junit.jupiter.api.BeforeEach", "org.junit.Before");
    private static final Set<String> AFTER = Set.of("org.junit.jupiter.api.AfterEach", "org.junit.After");
    private static final Set<String> NAMES =
            Set.of("org.junit.jupiter.api.DisplayName", "org.junit.jupiter.api.Tag", "org.junit.jupiter.api.Tags");

    /** JUnit's own settings can change how every test runs. */
    private static final String SETTINGS = "junit-platform.properties";

    private final Map<String, Optional<Plan>> plans = new HashMap<>();

    /** How the tests of a class are run: the names of their methods, and of those around each. */
    private record Plan(Set<String> tests, List<String> before, List<String> after) {}

    /** A test to run. */
    record One(Constructor<?> maker, List<Method> calls, List<Method> last) {
        /** What it throws; null if it passes. */
        @Nullable
        Throwable thrown() {
            try {
                Object made = maker.newInstance();
                @Nullable Throwable failed = thrown(calls, made);
                @Nullable Throwable after = thrown(last, made);
                return failed == null ? after : failed;
            } catch (InvocationTargetException failed) {
                return failed.getCause() == null ? failed : failed.getCause();
            } catch (ReflectiveOperationException | LinkageError | StackOverflowError | Ticks.UsedUp unfit) {
                return unfit;
            }
        }

        private static @Nullable Throwable thrown(List<Method> calls, Object made) throws ReflectiveOperationException {
            for (Method call : calls) {
                try {
                    call.invoke(made);
                } catch (InvocationTargetException failed) {
                    return failed.getCause() == null ? failed : failed.getCause();
                }
            }
            return null;
        }
    }

    /** Whether JUnit calls what was thrown a test left out. */
    static boolean skips(Throwable thrown) {
        String name = thrown.getClass().getName();
        return name.endsWith("TestAbortedException")
                || name.endsWith("AssumptionViolatedException")
                || name.endsWith("TestSkippedException");
    }

    /** Forgets what it knows of classes. */
    void clear() {
        plans.clear();
    }

    /** A test by its name, {@code package.Class.method}; empty where it is none or its class is not plain. */
    Optional<One> find(String test, ClassLoader loader) {
        int dot = test.lastIndexOf('.');
        String className = test.substring(0, Math.max(0, dot));
        String method = test.substring(dot + 1);
        try {
            Class<?> type = Class.forName(className, true, loader);
            Optional<Plan> plan = plans.get(className);
            if (plan == null) {
                plan = plan(type);
                plans.put(className, plan);
            }
            return plan.isPresent() && plan.get().tests().contains(method)
                    ? Optional.of(one(type, plan.get(), method))
                    : Optional.empty();
        } catch (ReflectiveOperationException | RuntimeException unfit) {
            return Optional.empty();
        } catch (LinkageError | StackOverflowError | Ticks.UsedUp broken) {
            return Optional.empty(); // its static fields cannot be set: JUnit knows how to say so
        }
    }

    private static One one(Class<?> type, Plan plan, String method) throws ReflectiveOperationException {
        Constructor<?> maker = type.getDeclaredConstructor();
        maker.setAccessible(true);
        List<Method> calls = new ArrayList<>();
        for (String each :
                Stream.concat(plan.before().stream(), Stream.of(method)).toList()) {
            calls.add(open(type, each));
        }
        List<Method> last = new ArrayList<>();
        for (String each : plan.after()) {
            last.add(open(type, each));
        }
        return new One(maker, calls, last);
    }

    private static Method open(Class<?> type, String name) throws NoSuchMethodException {
        Method method = type.getDeclaredMethod(name);
        method.setAccessible(true);
        return method;
    }

    private static Optional<Plan> plan(Class<?> type) {
        ClassLoader loader = type.getClassLoader();
        boolean plain = type.getSuperclass() == Object.class
                && type.getInterfaces().length == 0
                && type.getEnclosingClass() == null
                && !Modifier.isAbstract(type.getModifiers())
                && type.getDeclaredConstructors().length == 1
                && only(type.getAnnotations(), NAMES)
                && Arrays.stream(type.getDeclaredFields()).allMatch(field -> field.getAnnotations().length == 0)
                && loader != null
                && loader.getResource(SETTINGS) == null;
        return plain ? plan(type.getDeclaredMethods()) : Optional.empty();
    }

    private static Optional<Plan> plan(Method[] methods) {
        Set<String> tests = new TreeSet<>();
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (Method method : methods) {
            Annotation[] said = Arrays.stream(method.getAnnotations())
                    .filter(one -> !NAMES.contains(one.annotationType().getName()))
                    .toArray(Annotation[]::new);
            if (said.length == 0) {
                continue;
            }
            boolean known = said.length == 1 && instanceCall(method);
            if (known && only(said, TESTS) && asItIs(said[0])) {
                tests.add(method.getName());
            } else if (known && only(said, BEFORE)) {
                before.add(method.getName());
            } else if (known && only(said, AFTER)) {
                after.add(method.getName());
            } else if (!aside(said)) {
                return Optional.empty();
            }
        }
        return before.size() < 2 && after.size() < 2 ? Optional.of(new Plan(tests, before, after)) : Optional.empty();
    }

    /** Whether what a method is marked with is not JUnit's, and so none of a runner's business, or marks another kind of test. */
    private static boolean aside(Annotation[] said) {
        return Arrays.stream(said)
                .map(one -> one.annotationType().getName())
                .allMatch(name -> name.startsWith("java.") || TESTS.contains(name));
    }

    private static boolean instanceCall(Method method) {
        int not = Modifier.STATIC | Modifier.ABSTRACT | Modifier.PRIVATE;
        return (method.getModifiers() & not) == 0
                && method.getParameterCount() == 0
                && method.getReturnType() == void.class;
    }

    private static boolean only(Annotation[] said, Set<String> known) {
        return Arrays.stream(said)
                .allMatch(one -> known.contains(one.annotationType().getName()));
    }

    /** JUnit 4's test may expect an exception. It may have to end in a time: whatever does not end is ended here, too. */
    private static boolean asItIs(Annotation test) {
        try {
            for (Method property : test.annotationType().getDeclaredMethods()) {
                Object value = property.invoke(test);
                Object usual = property.getDefaultValue();
                boolean bound = property.getName().equals("timeout");
                if (!bound && !String.valueOf(value).equals(String.valueOf(usual))) {
                    return false;
                }
            }
            return true;
        } catch (ReflectiveOperationException unreadable) {
            return false;
        }
    }
}
