package dev.tracemend.agent.repair;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TreePath;
import com.sun.source.util.Trees;
import java.io.File;
import java.io.IOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Source files of a checkout, read by the JDK's compiler with the project's sources and class path. Only files that are
 * looked at get types, whatever the project's size; no annotation processor runs and nothing is written. Close it when no
 * tree of it is used any more.
 */
final class SourceSet implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SourceSet.class);
    private static final long LARGEST_FILE = 1_000_000;

    private final Project project;
    private final StandardJavaFileManager manager;
    private final Trees trees;
    private final TypeFacts facts;
    private final Map<String, SourceFile> files = new HashMap<>();
    private final Map<CompilationUnitTree, Optional<SourceFile>> units = new HashMap<>();

    private SourceSet(Project project, StandardJavaFileManager manager, JavacTask task) {
        this.project = project;
        this.manager = manager;
        this.trees = Trees.instance(task);
        this.facts = new TypeFacts(task.getTypes(), task.getElements());
    }

    /** A method with the file that declares it. */
    record OwnMethod(SourceFile file, MethodTree tree) {}

    /** Attributes files (relative to the root); those that cannot be read or parsed are left out. */
    static Optional<SourceSet> open(Project project, Collection<String> paths) {
        return open(project, paths, Map.of());
    }

    /** The same with other texts in place of some files. */
    static Optional<SourceSet> open(Project project, Collection<String> paths, Map<String, String> changed) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            log.warn("no compiler in this Java: rules need a JDK, set JAVA_HOME to one");
            return Optional.empty();
        }
        DiagnosticCollector<JavaFileObject> problems = new DiagnosticCollector<>();
        StandardJavaFileManager manager = compiler.getStandardFileManager(problems, null, StandardCharsets.UTF_8);
        try {
            List<Path> readable = readable(project, paths);
            if (readable.isEmpty()) {
                manager.close();
                return Optional.empty();
            }
            JavacTask task = (JavacTask) compiler.getTask(
                    Writer.nullWriter(),
                    manager,
                    problems,
                    options(project),
                    null,
                    units(manager, readable, project, changed));
            return Optional.of(attributed(project, manager, task, problems));
        } catch (IOException | RuntimeException | StackOverflowError failed) {
            log.debug("cannot read {} as Java: {}", paths, failed.toString());
            closeQuietly(manager);
            return Optional.empty();
        }
    }

    private static SourceSet attributed(
            Project project,
            StandardJavaFileManager manager,
            JavacTask task,
            DiagnosticCollector<JavaFileObject> problems)
            throws IOException {
        List<CompilationUnitTree> parsed = new ArrayList<>();
        task.parse().forEach(parsed::add);
        Set<JavaFileObject> broken = problems.getDiagnostics().stream()
                .filter(problem -> problem.getKind() == Diagnostic.Kind.ERROR && problem.getSource() != null)
                .map(Diagnostic::getSource)
                .collect(Collectors.toCollection(HashSet::new));
        task.analyze();
        SourceSet set = new SourceSet(project, manager, task);
        for (CompilationUnitTree unit : parsed) {
            if (!broken.contains(unit.getSourceFile())) {
                set.file(unit);
            }
        }
        return set;
    }

    private static List<JavaFileObject> units(
            StandardJavaFileManager manager, List<Path> readable, Project project, Map<String, String> changed)
            throws IOException {
        List<JavaFileObject> units = new ArrayList<>();
        Path root = project.root().toRealPath();
        for (Path file : readable) {
            String text = changed.get(root.relativize(file).toString().replace('\\', '/'));
            if (text == null) {
                manager.getJavaFileObjects(file).forEach(units::add);
            } else {
                units.add(new ChangedText(file, text));
            }
        }
        return units;
    }

    /** A file's text as it would be. */
    private static final class ChangedText extends SimpleJavaFileObject {
        private final String text;

        ChangedText(Path file, String text) {
            super(file.toUri(), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return text;
        }
    }

    private static List<Path> readable(Project project, Collection<String> paths) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (String path : paths) {
            Path file = project.root().resolve(path);
            if (Files.isRegularFile(file) && Files.size(file) <= LARGEST_FILE) {
                readable.add(file.toRealPath());
            }
        }
        return readable;
    }

    private static List<String> options(Project project) {
        List<String> options = new ArrayList<>(List.of(
                "-proc:none",
                "-implicit:none",
                "-Xlint:none",
                "-nowarn",
                "-encoding",
                "UTF-8",
                "--should-stop=ifError=ENTER",
                "--should-stop=ifNoError=ENTER"));
        String classPath = joined(project.classPath());
        options.addAll(List.of("-classpath", classPath, "-sourcepath", joined(project.sources())));
        boolean modular =
                project.sources().stream().anyMatch(source -> Files.exists(source.resolve("module-info.java")));
        if (modular && !classPath.isEmpty()) {
            options.addAll(List.of("--module-path", classPath));
        }
        return options;
    }

    private static String joined(List<Path> paths) {
        return paths.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator));
    }

    TypeFacts facts() {
        return facts;
    }

    Optional<SourceFile> file(String path) {
        return Optional.ofNullable(files.get(path));
    }

    /** The source of one of the project's own methods; empty for a library's and for one javac made up. */
    Optional<OwnMethod> method(@Nullable Element element) {
        TreePath found = element instanceof ExecutableElement ? trees.getPath(element) : null;
        if (found == null || !(found.getLeaf() instanceof MethodTree tree)) {
            return Optional.empty();
        }
        return file(found.getCompilationUnit())
                .filter(file -> file.stands(tree))
                .map(file -> new OwnMethod(file, tree));
    }

    /** The file that declares one of the project's own types or fields. */
    Optional<SourceFile> declaring(Element element) {
        TreePath found = trees.getPath(element);
        return found == null ? Optional.empty() : file(found.getCompilationUnit());
    }

    private Optional<SourceFile> file(CompilationUnitTree unit) {
        Optional<SourceFile> known = units.get(unit);
        if (known == null) {
            known = read(unit);
            units.put(unit, known);
            known.ifPresent(file -> files.put(file.path(), file));
        }
        return known;
    }

    private Optional<SourceFile> read(CompilationUnitTree unit) {
        try {
            Path real = Path.of(unit.getSourceFile().toUri()).toRealPath();
            Path root = project.root().toRealPath();
            String text = unit.getSourceFile().getCharContent(true).toString();
            if (!real.startsWith(root) || project.isTest(real, text)) {
                return Optional.empty();
            }
            String path = root.relativize(real).toString().replace('\\', '/');
            return Optional.of(new SourceFile(path, text, unit, trees, facts));
        } catch (IOException | RuntimeException unreadable) {
            return Optional.empty();
        }
    }

    @Override
    public void close() {
        closeQuietly(manager);
    }

    private static void closeQuietly(StandardJavaFileManager manager) {
        try {
            manager.close();
        } catch (IOException e) {
            log.debug("compiler files not closed: {}", e.toString());
        }
    }
}
