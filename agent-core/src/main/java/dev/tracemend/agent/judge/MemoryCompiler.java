package dev.tracemend.agent.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javax.tools.Diagnostic;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;

/** The JDK's compiler on texts in memory, against jars and the classes compiled before. Runs no annotation processors. */
final class MemoryCompiler implements AutoCloseable {
    private static final List<String> OPTIONS =
            List.of("-proc:none", "-g", "-parameters", "-nowarn", "-Xlint:none", "-implicit:none");
    private static final int MOST_ERRORS = 10;

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;

    private MemoryCompiler(JavaCompiler compiler, List<Path> classPath) throws IOException {
        this.compiler = compiler;
        this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
    }

    /** A compiler with its open jars; empty where this run time has none. */
    static Optional<MemoryCompiler> create(List<Path> classPath) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MemoryCompiler(compiler, classPath));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * What came of compiling.
     *
     * @param classes bytes by class name; empty when there were errors
     * @param sourceOf the path of the source each class came from
     * @param errors as {@code path:line: message}, bounded
     */
    record Compiled(Map<String, byte[]> classes, Map<String, String> sourceOf, List<String> errors) {
        boolean ok() {
            return errors.isEmpty();
        }
    }

    /** Compiles texts (by path) against classes that stand already; what the texts define hides those. */
    Compiled compile(Map<String, String> texts, Map<String, byte[]> standing) {
        ClassStore store = new ClassStore(files, standing);
        List<JavaFileObject> units = new ArrayList<>();
        texts.forEach((path, text) -> units.add(new SourceText(path, text)));
        List<String> errors = new ArrayList<>();
        if (!done(store, units, errors) && errors.isEmpty()) {
            errors.add("the compiler gave up without a word");
        }
        return errors.isEmpty()
                ? new Compiled(store.classes(), store.sourceOf(), List.of())
                : new Compiled(Map.of(), Map.of(), List.copyOf(errors));
    }

    private boolean done(ClassStore store, List<JavaFileObject> units, List<String> errors) {
        try {
            return compiler.getTask(null, store, diagnostic -> note(diagnostic, errors), OPTIONS, null, units)
                    .call();
        } catch (StackOverflowError | IllegalStateException broken) {
            // So javac ends on text that is nested without end; whoever wrote it need not have meant well.
            errors.add("the compiler broke on it: " + broken);
            return false;
        }
    }

    private static void note(Diagnostic<? extends JavaFileObject> diagnostic, List<String> errors) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR && errors.size() < MOST_ERRORS) {
            String where = diagnostic.getSource() instanceof SourceText source
                    ? source.path() + ":" + diagnostic.getLineNumber() + ": "
                    : "";
            errors.add(where + diagnostic.getMessage(Locale.ROOT));
        }
    }

    @Override
    public void close() {
        try {
            files.close();
        } catch (IOException ignored) {
            throw new UncheckedIOException(ignored);
        }
    }
}
