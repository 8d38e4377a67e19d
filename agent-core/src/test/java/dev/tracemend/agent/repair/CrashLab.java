package dev.tracemend.agent.repair;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** A checkout of a few classes whose {@code shop.Main.run()} crashes for real; tells what the log would hold of it. */
final class CrashLab {
    private static final JavaCompiler COMPILER = ToolProvider.getSystemJavaCompiler();

    private final Path root;
    private final Map<String, String> sources = new HashMap<>();
    private int builds;

    CrashLab(Path root) throws IOException {
        this.root = root.toRealPath();
        Files.createDirectories(this.root.resolve("src/main/java"));
    }

    /** A lab with one class, {@code shop.Main}, of these members. */
    static CrashLab main(Path root, List<String> imports, String members) throws IOException {
        String head = imports.stream().map("import %s;\n"::formatted).collect(Collectors.joining());
        String text = "package shop;\n\n" + head + "\npublic class Main {\n" + members.indent(4) + "}\n";
        return new CrashLab(root).with("shop.Main", text);
    }

    /** What a run ended in: a value or what was thrown. */
    record Ending(Object value, Throwable thrown) {}

    CrashLab with(String className, String text) throws IOException {
        String path = "src/main/java/" + className.replace('.', '/') + ".java";
        sources.put(path, text);
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Project project() {
        return new Project(root, List.of(root.resolve("src/main/java")), List.of(), List.of());
    }

    Evidence evidence() throws Exception {
        Ending ending = run(sources);
        if (ending.thrown() == null) {
            throw new AssertionError("the program does not crash: " + ending.value());
        }
        return evidence(trace(ending.thrown()));
    }

    Evidence evidence(StackTrace trace) {
        return new Evidence(trace, List.of(), Locator.locate(trace, project()));
    }

    List<Candidate> candidates() throws Exception {
        return new CrashRules().candidates(evidence(), project());
    }

    String source(String path) {
        return sources.get(path);
    }

    /** The changed file's text. */
    String applied(Candidate candidate) {
        return changed(candidate).get(candidate.edits().get(0).path());
    }

    /** How a run ends with a change; nothing where it does not compile. */
    Ending mended(Candidate candidate) throws Exception {
        return run(changed(candidate));
    }

    boolean compiles(Candidate candidate) throws IOException {
        return compile(changed(candidate)) != null;
    }

    private Map<String, String> changed(Candidate candidate) {
        Map<String, String> changed = new HashMap<>(sources);
        List<TextEdit> edits = new ArrayList<>(candidate.edits());
        edits.sort((a, b) -> Integer.compare(b.start(), a.start()));
        for (TextEdit edit : edits) {
            changed.computeIfPresent(
                    edit.path(),
                    (path, text) -> text.substring(0, edit.start()) + edit.replacement() + text.substring(edit.end()));
        }
        return changed;
    }

    private Ending run(Map<String, String> texts) throws Exception {
        Path classes = compile(texts);
        if (classes == null) {
            return new Ending(null, new LinkageError("does not compile"));
        }
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.toUri().toURL()}, getClass().getClassLoader())) {
            return new Ending(loader.loadClass("shop.Main").getMethod("run").invoke(null), null);
        } catch (InvocationTargetException e) {
            return new Ending(null, e.getCause());
        }
    }

    private Path compile(Map<String, String> texts) throws IOException {
        Path folder = root.resolve("build-" + builds++);
        List<Path> files = new ArrayList<>();
        for (Map.Entry<String, String> each : texts.entrySet()) {
            Path file = folder.resolve(each.getKey());
            Files.createDirectories(file.getParent());
            Files.writeString(file, each.getValue());
            files.add(file);
        }
        Path classes = Files.createDirectories(folder.resolve("classes"));
        try (StandardJavaFileManager manager = COMPILER.getStandardFileManager(null, null, StandardCharsets.UTF_8)) {
            List<String> options = List.of("-g", "-nowarn", "-proc:none", "-d", classes.toString());
            boolean built = COMPILER.getTask(
                            new StringWriter(),
                            manager,
                            null,
                            options,
                            null,
                            manager.getJavaFileObjectsFromPaths(files))
                    .call();
            return built ? classes : null;
        }
    }

    static StackTrace trace(Throwable thrown) {
        List<ThrownException> chain = new ArrayList<>();
        for (Throwable each = thrown; each != null; each = each.getCause()) {
            String message = each.getMessage() == null ? "" : each.getMessage();
            chain.add(new ThrownException(each.getClass().getName(), message, frames(each)));
        }
        return new StackTrace(Language.JAVA, chain);
    }

    private static List<StackFrame> frames(Throwable thrown) {
        return Arrays.stream(thrown.getStackTrace())
                .limit(200)
                .map(each -> new StackFrame(
                        each.getClassName(),
                        each.getMethodName(),
                        each.getFileName() == null ? "" : each.getFileName(),
                        Math.max(0, each.getLineNumber()),
                        each.getClassName().startsWith("shop.")))
                .toList();
    }
}
