package dev.tracemend.agent.judge.minion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestSource;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/**
 * Runs test classes through JUnit's launcher. Loaded beside the project's libraries and spoken to through types of the JDK:
 * it takes class names and a listener for each test's name and what it threw, null if nothing.
 */
public final class JUnitRun implements BiConsumer<List<String>, BiConsumer<String, Throwable>> {
    private @Nullable Launcher launcher;

    @Override
    public void accept(List<String> names, BiConsumer<String, Throwable> listener) {
        List<DiscoverySelector> classes = new ArrayList<>();
        for (String name : names) {
            classes.add(DiscoverySelectors.selectClass(type(name)));
        }
        launcher().execute(
                LauncherDiscoveryRequestBuilder.request().selectors(classes).build(), new Listener(listener));
    }

    /** Looking for engines takes longer than most tests. */
    private Launcher launcher() {
        Launcher known = launcher;
        if (known == null) {
            LauncherConfig plain = LauncherConfig.builder()
                    .enableTestExecutionListenerAutoRegistration(false)
                    .enableLauncherSessionListenerAutoRegistration(false)
                    .enablePostDiscoveryFilterAutoRegistration(false)
                    .enableLauncherDiscoveryListenerAutoRegistration(false)
                    .build();
            known = LauncherFactory.create(plain);
            launcher = known;
        }
        return known;
    }

    private static Class<?> type(String name) {
        try {
            return Class.forName(name, false, Thread.currentThread().getContextClassLoader());
        } catch (ClassNotFoundException absent) {
            throw new IllegalArgumentException(absent);
        }
    }

    private record Listener(BiConsumer<String, Throwable> told) implements TestExecutionListener {
        @Override
        @SuppressWarnings("NullAway") // null says: passed
        public void executionFinished(TestIdentifier test, TestExecutionResult result) {
            @Nullable Throwable failure = result.getThrowable().orElse(null);
            boolean passed = result.getStatus() == TestExecutionResult.Status.SUCCESSFUL;
            if (test.isTest() && passed) {
                told.accept(name(test), null);
            } else if (result.getStatus() == TestExecutionResult.Status.FAILED && failure != null) {
                told.accept(name(test), failure);
            }
        }

        private static String name(TestIdentifier test) {
            Optional<TestSource> source = test.getSource();
            if (source.isPresent() && source.get() instanceof MethodSource method) {
                String last = test.getUniqueIdObject().getLastSegment().getType();
                boolean repeated = last.contains("invocation");
                return method.getClassName() + "." + method.getMethodName()
                        + (repeated ? " " + test.getDisplayName() : "");
            }
            return source.isPresent() && source.get() instanceof ClassSource type
                    ? type.getClassName()
                    : test.getDisplayName();
        }
    }
}
