package dev.tracemend.agent.repair;

import java.nio.file.Path;
import java.util.List;

/**
 * A checkout as a build sees it. All paths are absolute and real.
 *
 * @param root the checkout's root (in practice a scratch worktree's)
 * @param sources roots of production sources, for example {@code src/main/java}
 * @param tests roots of test sources; may be empty
 * @param classPath jars (and class folders) the sources and tests compile and run against, without the project's own
 *     output
 * @param release the version of Java that the sources are written for, for example 11; 0 where the build does not say
 */
public record Project(Path root, List<Path> sources, List<Path> tests, List<Path> classPath, int release) {

    /** A project whose build names no version of Java. */
    public Project(Path root, List<Path> sources, List<Path> tests, List<Path> classPath) {
        this(root, sources, tests, classPath, 0);
    }

    /** Copies the lists. */
    public Project {
        sources = List.copyOf(sources);
        tests = List.copyOf(tests);
        classPath = List.copyOf(classPath);
    }
}
