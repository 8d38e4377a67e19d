package dev.tracemend.bench.repair;

import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.workspace.ProjectDetector;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Makes a project of a case: of what it names, of what lies where such things lie, or of its build file. */
final class CaseProject {
    private final RepairCase one;
    private final Path workspace;
    private final Path cache;

    CaseProject(RepairCase one, Path workspace, Path cache) {
        this.one = one;
        this.workspace = workspace;
        this.cache = cache;
    }

    /** The project at a folder that is the case's workspace or a copy of it. */
    Project project() throws IOException {
        Path root = workspace.toRealPath();
        boolean build = Files.exists(root.resolve("pom.xml"))
                || Files.exists(root.resolve("build.gradle"))
                || Files.exists(root.resolve("build.gradle.kts"));
        if (build && one.sources().isEmpty()) {
            Project found = ProjectDetector.inspect(root, cache, module(root)).project();
            List<Path> libraries = new ArrayList<>(found.classPath());
            libraries.addAll(classPath(root));
            return new Project(
                    root, found.sources(), found.tests(), withJUnit(libraries), found.release(), one.testClasses());
        }
        List<Path> sources = folders(root, one.sources(), "src/main/java", "src", "java", "main", ".");
        List<Path> tests = folders(root, one.tests(), "src/test/java", "test", "tests", "src/test");
        return new Project(
                root,
                sources,
                tests.isEmpty() && one.tests().isEmpty() ? sources : tests,
                withJUnit(classPath(root)),
                0,
                one.testClasses());
    }

    /** The file of the class under repair tells the module of a build that has many. */
    private String module(Path root) throws IOException {
        if (one.classUnderRepair().isEmpty()) {
            return "";
        }
        String file = one.classUnderRepair().replaceFirst("\\$.*", "").replace('.', '/') + ".java";
        try (Stream<Path> files = Files.walk(root)) {
            return files.map(path -> root.relativize(path).toString().replace('\\', '/'))
                    .filter(path -> ("/" + path).endsWith("/" + file))
                    .findFirst()
                    .orElse("");
        }
    }

    private static List<Path> folders(Path root, List<String> named, String... usual) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : named) {
            Path folder = root.resolve(name);
            if (Files.isRegularFile(folder)) {
                folder = folder.getParent();
            }
            if (folder == null || !Files.isDirectory(folder)) {
                throw new IOException("case.json: there is no folder " + name + " in the workspace " + root);
            }
            found.add(folder.toRealPath());
        }
        for (int i = 0; found.isEmpty() && i < usual.length; i++) {
            if (Files.isDirectory(root.resolve(usual[i]))) {
                found.add(root.resolve(usual[i]).toRealPath());
            }
        }
        return found.stream().distinct().toList();
    }

    /** Jars and class folders; a folder of jars stands for all of them, with or without {@code /*} behind it. */
    private List<Path> classPath(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        for (String name : one.classPath()) {
            Path entry = root.resolve(name.replaceFirst("/\\*(\\.jar)?$", ""));
            if (!Files.exists(entry)) {
                entry = one.folder().resolve(name.replaceFirst("/\\*(\\.jar)?$", ""));
            }
            if (!Files.exists(entry)) {
                throw new IOException("case.json: \"class_path\" names " + name
                        + ", which is neither in the workspace nor in the case's folder");
            }
            if (Files.isDirectory(entry)) {
                try (Stream<Path> jars = Files.list(entry)) {
                    jars.filter(jar -> jar.toString().endsWith(".jar")).sorted().forEach(found::add);
                }
                found.add(entry.toRealPath());
            } else {
                found.add(entry.toRealPath());
            }
        }
        return found;
    }

    /** Where a case brings no JUnit of its own, that of this program's class path and JUnit 4 of the local repository. */
    private static List<Path> withJUnit(List<Path> classPath) {
        List<Path> all = new ArrayList<>(classPath);
        String names = classPath.stream()
                .map(jar -> String.valueOf(jar.getFileName()))
                .toList()
                .toString();
        if (!names.contains("junit-4") && !names.contains("junit.jar") && !names.contains("junit-jupiter-api")) {
            all.addAll(ownJUnit());
        } else if (names.contains("junit-4") && !names.contains("hamcrest")) {
            ownJUnit().stream()
                    .filter(jar -> jar.toString().contains("hamcrest"))
                    .forEach(all::add);
        }
        return all.stream().distinct().toList();
    }

    static List<Path> ownJUnit() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*[/\\\\](junit-|opentest4j|apiguardian|hamcrest).*\\.jar"))
                .map(Path::of)
                .filter(Files::exists)
                .toList();
    }
}
