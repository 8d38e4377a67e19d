package dev.tracemend.agent.judge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticListener;
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
    private static final String BROKE = "the compiler broke on it: ";
    private static final int LONGEST_ERROR = 500;
    private static final int OLDEST = 8;

    private static final long STACK = 16L << 20;

    private final JavaCompiler compiler;
    private final StandardJavaFileManager files;
    private final List<String> options;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(work -> {
        Thread made = new Thread(null, work, "compiler", STACK);
        made.setDaemon(true);
        return made;
    });

    private MemoryCompiler(JavaCompiler compiler, List<Path> classPath, int release) throws IOException {
        this.compiler = compiler;
        this.files = compiler.getStandardFileManager(null, Locale.ROOT, StandardCharsets.UTF_8);
        files.setLocationFromPaths(StandardLocation.CLASS_PATH, classPath);
        files.setLocationFromPaths(StandardLocation.SOURCE_PATH, List.of());
        this.options = new ArrayList<>(OPTIONS);
        if (release > 0 && release <= Runtime.version().feature()) {
            options.addAll(List.of("--release", String.valueOf(Math.max(OLDEST, release))));
        }
    }

    /** A compiler with its open jars, for the Java of this run time; empty where it has none. */
    static Optional<MemoryCompiler> create(List<Path> classPath) {
        return create(classPath, 0);
    }

    /** The same for the Java that the project is written for; 0 where that is not known. */
    static Optional<MemoryCompiler> create(List<Path> classPath, int release) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        if (compiler == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new MemoryCompiler(compiler, classPath, release));
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
        return compiled(store, texts, (units, listener) -> compiler.getTask(
                        Writer.nullWriter(), store, listener, options, null, units)
                .call());
    }

    /** For many changes, one after the other, of texts whose classes and those around them stand in {@code standing}. */
    Rounds rounds(Map<String, byte[]> standing) {
        return new Rounds(standing);
    }

    /** One compilation after the other against the same classes. */
    final class Rounds {
        private final Map<String, byte[]> standing;
        private final ClassStore store;
        private Optional<ReusedJavac> javac;

        private Rounds(Map<String, byte[]> standing) {
            this.standing = standing;
            this.store = new ClassStore(files, standing);
            this.javac = ReusedJavac.open(store, options, standing.keySet());
        }

        /** Whether one costs less than a compilation by itself. */
        boolean quick() {
            return javac.isPresent();
        }

        Compiled compile(Map<String, String> texts) {
            if (javac.isEmpty()) {
                return MemoryCompiler.this.compile(texts, standing);
            }
            store.begin();
            Compiled compiled = compiled(store, texts, javac.get()::compile);
            if (compiled.errors().stream().anyMatch(error -> error.startsWith(BROKE))) {
                javac = ReusedJavac.open(store, options, standing.keySet());
            }
            return compiled;
        }
    }

    /** A compilation of units, whose errors go to a listener. */
    private interface Work {
        boolean done(List<JavaFileObject> units, DiagnosticListener<JavaFileObject> listener);
    }

    private Compiled compiled(ClassStore store, Map<String, String> texts, Work work) {
        List<JavaFileObject> units = new ArrayList<>();
        texts.forEach((path, text) -> units.add(new SourceText(path, text)));
        List<String> errors = new ArrayList<>();
        if (!done(units, errors, work) && errors.isEmpty()) {
            errors.add(BROKE + "without a word");
        }
        return errors.isEmpty()
                ? new Compiled(store.classes(), store.sourceOf(), List.of())
                : new Compiled(Map.of(), Map.of(), List.copyOf(errors));
    }

    /** In a thread of its own: text that is nested without end shall fill that one's stack, whoever calls. */
    private boolean done(List<JavaFileObject> units, List<String> errors, Work work) {
        AtomicBoolean done = new AtomicBoolean();
        Runnable compiling = () -> {
            try {
                done.set(work.done(units, diagnostic -> note(diagnostic, errors)));
            } catch (StackOverflowError | RuntimeException broken) {
                Throwable cause = broken.getCause() == null ? broken : broken.getCause();
                errors.add(BROKE + cause.getClass().getSimpleName());
            }
        };
        try {
            thread.submit(compiling).get();
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            errors.add("interrupted");
        } catch (ExecutionException impossible) {
            errors.add(BROKE + impossible.getCause());
        }
        return done.get();
    }

    private static void note(Diagnostic<? extends JavaFileObject> diagnostic, List<String> errors) {
        if (diagnostic.getKind() == Diagnostic.Kind.ERROR && errors.size() < MOST_ERRORS) {
            String where = diagnostic.getSource() instanceof SourceText source
                    ? source.path() + ":" + diagnostic.getLineNumber() + ": "
                    : "";
            errors.add(Climb.cut(where + diagnostic.getMessage(Locale.ROOT), LONGEST_ERROR));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
        try {
            files.close();
        } catch (IOException ignored) {
            throw new UncheckedIOException(ignored);
        }
    }
}
