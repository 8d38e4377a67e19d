package dev.tracemend.agent.repair;

import java.nio.file.Path;
import java.util.List;

/**
 * A checkout as a build sees it. All paths are absolute and real.
 *
 * @param root the checkout's root (in practice a scratch worktree's)
 * @param sources roots of production sources, for example {@code src/main/java}
 * @param tests roots of test sources; may be empty. A root that is one of sources, too, holds both; there what uses JUnit
 *     is a test
 * @param classPath jars and class folders the sources and tests compile and run against, without the project's own
 *     output; a class folder may hold compiled tests
 * @param release the version of Java that the sources are written for, for example 11; 0 where the build does not say
 * @param testClasses the only test classes to run, by full or simple name; empty for all
 */
public record Project(
        Path root, List<Path> sources, List<Path> tests, List<Path> classPath, int release, List<String> testClasses) {

    /** A project with all its tests. */
    public Project(Path root, List<Path> sources, List<Path> tests, List<Path> classPath, int release) {
        this(root, sources, tests, classPath, release, List.of());
    }

    /** A project whose build names no version of Java. */
    public Project(Path root, List<Path> sources, List<Path> tests, List<Path> classPath) {
        this(root, sources, tests, classPath, 0);
    }

    /** Copies the lists. */
    public Project {
        sources = List.copyOf(sources);
        tests = List.copyOf(tests);
        classPath = List.copyOf(classPath);
        testClasses = List.copyOf(testClasses);
    }

    /** Whether a file (absolute and real) is a test, which is never changed: by the nearest root, then by its text. */
    public boolean isTest(Path file, String text) {
        int source = depth(sources, file);
        int test = depth(tests, file);
        return test > source || test == source && test >= 0 && usesJUnit(text);
    }

    /** Whether a test class is one of those to run. */
    public boolean runs(String className) {
        return testClasses.isEmpty()
                || testClasses.contains(className)
                || testClasses.contains(className.substring(className.lastIndexOf('.') + 1));
    }

    private static boolean usesJUnit(String text) {
        return text.contains("import org.junit")
                || text.contains("import static org.junit")
                || text.contains("junit.framework");
    }

    private static int depth(List<Path> roots, Path file) {
        return roots.stream()
                .filter(file::startsWith)
                .mapToInt(Path::getNameCount)
                .max()
                .orElse(-1);
    }
}
