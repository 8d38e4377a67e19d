package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Runs test classes of JUnit 4 with the project's own JUnit 4, test by test; spoken to by names, so that it needs none to
 * be compiled.
 */
final class JUnit4Run {
    private final ClassLoader loader;

    JUnit4Run(ClassLoader loader) {
        this.loader = loader;
    }

    /** Whether a class has tests of JUnit 4 itself or is a suite of them. */
    static boolean fits(Class<?> type) {
        for (Class<?> one = type; one != null && one != Object.class; one = one.getSuperclass()) {
            if (one.getName().equals("junit.framework.TestCase") || annotated(one.getAnnotations(), "RunWith")) {
                return true;
            }
            for (Method method : one.getDeclaredMethods()) {
                if (annotated(method.getAnnotations(), "Test")) {
                    return true;
                }
            }
        }
        return false;
    }

    private static boolean annotated(java.lang.annotation.Annotation[] annotations, String name) {
        for (java.lang.annotation.Annotation one : annotations) {
            String type = one.annotationType().getName();
            if (type.equals("org.junit." + name) || type.equals("org.junit.runner." + name)) {
                return true;
            }
        }
        return false;
    }

    @SuppressWarnings("NullAway") // null says: passed
    void run(Class<?> type, BiConsumer<String, Throwable> listener) throws ReflectiveOperationException {
        Class<?> requests = loader.loadClass("org.junit.runner.Request");
        Class<?> descriptions = loader.loadClass("org.junit.runner.Description");
        Class<?> core = loader.loadClass("org.junit.runner.JUnitCore");
        Object all = requests.getMethod("aClass", Class.class).invoke(null, type);
        Object runner = requests.getMethod("getRunner").invoke(all);
        Object whole = loader.loadClass("org.junit.runner.Runner").getMethod("getDescription").invoke(runner);
        List<Object> leaves = new ArrayList<>();
        leaves(descriptions, whole, leaves);
        for (Object leaf : leaves) {
            Object request = requests.getMethod("filterWith", descriptions)
                    .invoke(requests.getMethod("aClass", Class.class).invoke(null, type), leaf);
            Object result = core.getMethod("run", requests)
                    .invoke(core.getDeclaredConstructor().newInstance(), request);
            Class<?> results = loader.loadClass("org.junit.runner.Result");
            List<?> failures = (List<?>) results.getMethod("getFailures").invoke(result);
            String name = name(descriptions, leaf, type);
            if (!failures.isEmpty()) {
                Class<?> failed = loader.loadClass("org.junit.runner.notification.Failure");
                listener.accept(name, (Throwable) failed.getMethod("getException").invoke(failures.get(0)));
            } else if ((int) results.getMethod("getRunCount").invoke(result) > 0) {
                listener.accept(name, null);
            }
        }
    }

    private static String name(Class<?> descriptions, Object leaf, Class<?> type) throws ReflectiveOperationException {
        Object method = descriptions.getMethod("getMethodName").invoke(leaf);
        return type.getName() + "." + (method == null ? "all" : method);
    }

    private static void leaves(Class<?> descriptions, Object one, List<Object> into)
            throws ReflectiveOperationException {
        List<?> children = (List<?>) descriptions.getMethod("getChildren").invoke(one);
        if (children.isEmpty()) {
            into.add(one);
        }
        for (Object child : children) {
            leaves(descriptions, child, into);
        }
    }
}
