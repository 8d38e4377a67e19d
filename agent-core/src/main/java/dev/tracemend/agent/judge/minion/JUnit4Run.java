package dev.tracemend.agent.judge.minion;

import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import junit.framework.TestCase;
import org.junit.Test;
import org.junit.runner.Description;
import org.junit.runner.JUnitCore;
import org.junit.runner.RunWith;
import org.junit.runner.notification.Failure;
import org.junit.runner.notification.RunListener;

/**
 * Runs the test classes of JUnit 4 and 3 among those named, with the project's own JUnit. Loaded and spoken to as {@link
 * JUnitRun} is.
 */
public final class JUnit4Run implements BiConsumer<List<String>, BiConsumer<String, Throwable>> {

    @Override
    public void accept(List<String> names, BiConsumer<String, Throwable> listener) {
        List<Class<?>> classes = new ArrayList<>();
        for (String name : names) {
            Class<?> type = type(name);
            if (isTest(type)) {
                classes.add(type);
            }
        }
        if (!classes.isEmpty()) {
            JUnitCore core = new JUnitCore();
            core.addListener(new Told(listener));
            core.run(classes.toArray(Class<?>[]::new));
        }
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    private static boolean isTest(Class<?> type) {
        if (java.lang.reflect.Modifier.isAbstract(type.getModifiers())) {
            return false;
        }
        if (TestCase.class.isAssignableFrom(type) || type.isAnnotationPresent(RunWith.class)) {
            return true;
        }
        for (Method method : type.getMethods()) {
            if (method.isAnnotationPresent(Test.class)) {
                return true;
            }
        }
        return false;
    }

    private static final class Told extends RunListener {
        private final BiConsumer<String, Throwable> told;
        private final Set<Description> over = new HashSet<>();

        Told(BiConsumer<String, Throwable> told) {
            this.told = told;
        }

        @Override
        public void testFailure(Failure failure) {
            over.add(failure.getDescription());
            told.accept(name(failure.getDescription()), failure.getException());
        }

        @Override
        public void testAssumptionFailure(Failure failure) {
            over.add(failure.getDescription());
        }

        @Override
        @SuppressWarnings("NullAway") // null says: passed
        public void testFinished(Description test) {
            if (!over.contains(test)) {
                told.accept(name(test), null);
            }
        }

        private static String name(Description test) {
            return test.getMethodName() == null
                    ? test.getClassName()
                    : test.getClassName() + "." + test.getMethodName();
        }
    }
}
