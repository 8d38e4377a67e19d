package dev.tracemend.agent.judge;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.agent.repair.Project;
import dev.tracemend.agent.repair.Site;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** A small Maven-like project of text blocks; the line that fails is marked with {@code // fails}. */
final class SampleProject {
    private final Path root;

    SampleProject(Path root) throws IOException {
        this.root = root.toRealPath();
        Files.createDirectories(this.root.resolve("src/main/java"));
        Files.createDirectories(this.root.resolve("src/test/java"));
    }

    SampleProject source(String className, String text) throws IOException {
        return write("src/main/java/" + className.replace('.', '/') + ".java", text);
    }

    SampleProject test(String className, String text) throws IOException {
        return write("src/test/java/" + className.replace('.', '/') + ".java", text);
    }

    private SampleProject write(String path, String text) throws IOException {
        Path file = root.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    /** Takes over the sources of another project. */
    SampleProject copy(Path other) throws IOException {
        try (Stream<Path> files = Files.walk(other.resolve("src"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                write(other.relativize(file).toString().replace('\\', '/'), Files.readString(file));
            }
        }
        return this;
    }

    Project project() {
        return new Project(
                root, List.of(root.resolve("src/main/java")), List.of(root.resolve("src/test/java")), jUnit());
    }

    static List<Path> jUnit() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*/(junit-|hamcrest|opentest4j|apiguardian).*\\.jar"))
                .map(Path::of)
                .toList();
    }

    /** A failure at the marked line of the first frame's class; frames as {@code Class#method}, innermost first. */
    Evidence failing(String type, String message, List<String> log, String... frames) throws IOException {
        return failingAt("// fails", type, message, log, frames);
    }

    /** A failure at the line of the first frame's class that holds a text. */
    Evidence failingAt(String mark, String type, String message, List<String> log, String... frames)
            throws IOException {
        List<StackFrame> stack = new ArrayList<>();
        List<Site> sites = new ArrayList<>();
        for (String frame : frames) {
            String className = frame.substring(0, frame.indexOf('#'));
            String outer = className.replaceFirst("\\$.*", "");
            String path = "src/main/java/" + outer.replace('.', '/') + ".java";
            int line = stack.isEmpty() ? line(path, mark) : 1;
            String simple = outer.substring(outer.lastIndexOf('.') + 1) + ".java";
            stack.add(new StackFrame(className, frame.substring(frame.indexOf('#') + 1), simple, line, true));
            sites.add(new Site(path, line, stack.get(stack.size() - 1)));
        }
        StackTrace trace = new StackTrace(Language.JAVA, List.of(new ThrownException(type, message, stack)));
        return new Evidence(trace, log, sites);
    }

    private int line(String path, String mark) throws IOException {
        List<String> lines = Files.readAllLines(root.resolve(path));
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).contains(mark)) {
                return i + 1;
            }
        }
        throw new IllegalArgumentException("no line of " + path + " is marked");
    }

    /** Replaces the one place of a text. */
    List<TextEdit> edit(String className, String before, String after) throws IOException {
        String path = "src/main/java/" + className.replace('.', '/') + ".java";
        String text = Files.readString(root.resolve(path));
        int start = text.indexOf(before);
        if (start < 0 || text.indexOf(before, start + 1) >= 0) {
            throw new IllegalArgumentException("not once in " + path + ": " + before);
        }
        return List.of(new TextEdit(path, start, start + before.length(), after));
    }
}
