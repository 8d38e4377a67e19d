package dev.tracemend.agent.repair;

import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Finds the frames of a trace in a checkout. A frame is data from a log: it can name only a file that lies in the checkout
 * and not among its tests.
 */
public final class Locator {
    private static final int MOST_SITES = 64;
    private static final Pattern JAVA_CLASS = Pattern.compile("(?:[\\w.@-]{0,100}/){0,2}([\\p{L}\\p{N}_$.]{1,300})");
    private static final Pattern JAVA_FILE = Pattern.compile("[\\p{L}\\p{N}_$-]{1,120}\\.java");
    private static final Pattern FOREIGN =
            Pattern.compile("(?:^|/)(?:node_modules|site-packages|dist-packages|\\.venv|venv)/");

    private final Project project;
    private final Map<String, Optional<Path>> found = new HashMap<>();

    private Locator(Project project) {
        this.project = project;
    }

    /** The frames' places, innermost first: of the root cause, then of the exceptions around it. No place comes twice. */
    public static List<Site> locate(StackTrace trace, Project project) {
        Locator locator = new Locator(project);
        List<Site> sites = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (int i = trace.chain().size() - 1; i >= 0; i--) {
            ThrownException exception = trace.chain().get(i);
            for (int at = 0; at < exception.frames().size(); at++) {
                StackFrame frame = exception.frames().get(at);
                if (frame.line() > 0 && sites.size() < MOST_SITES && !madeUp(exception, at)) {
                    locator.path(frame, trace.language())
                            .filter(path -> seen.add(path + ":" + frame.line()))
                            .ifPresent(path -> sites.add(new Site(path, frame.line(), frame)));
                }
            }
        }
        return sites;
    }

    /** An enum's valueOf is made by the compiler: its frame names the line of the type, where nobody wrote a call. */
    private static boolean madeUp(ThrownException exception, int at) {
        return at > 0
                && exception.frames().get(at).method().equals("valueOf")
                && exception.frames().get(at - 1).className().endsWith("java.lang.Enum");
    }

    private Optional<String> path(StackFrame frame, Language language) {
        boolean java = language == Language.JAVA
                || (language == Language.UNKNOWN && frame.file().endsWith(".java"));
        String key = java ? frame.className() + " " + frame.file() : frame.file();
        return found.computeIfAbsent(key, unused -> java ? javaFile(frame) : scriptFile(frame))
                .map(this::relative);
    }

    private Optional<Path> javaFile(StackFrame frame) {
        var name = JAVA_CLASS.matcher(frame.className());
        if (!name.matches()) {
            return Optional.empty();
        }
        String full = name.group(1);
        int dot = full.lastIndexOf('.');
        String folder = dot < 0 ? "" : full.substring(0, dot).replace('.', '/') + "/";
        String file = JAVA_FILE.matcher(frame.file()).matches()
                ? frame.file()
                : frame.file().isEmpty() ? outermost(full.substring(dot + 1)) + ".java" : "";
        if (file.isEmpty()) {
            return Optional.empty();
        }
        for (Path source : project.sources()) {
            Optional<Path> inside = inside(source, folder + file);
            if (inside.isPresent()) {
                return inside;
            }
        }
        return Optional.empty();
    }

    private static String outermost(String simple) {
        int dollar = simple.indexOf('$', 1);
        return dollar < 0 ? simple : simple.substring(0, dollar);
    }

    /** Elsewhere a frame names a path of the machine that ran it: the longest end of it that exists here is meant. */
    private Optional<Path> scriptFile(StackFrame frame) {
        String file = frame.file().replace('\\', '/').replaceFirst("^file://", "");
        if (!frame.inApp() || file.length() > 1_000 || FOREIGN.matcher(file).find()) {
            return Optional.empty();
        }
        List<Path> roots = new ArrayList<>(List.of(project.root()));
        roots.addAll(project.sources());
        for (String rest = file; !rest.isEmpty(); rest = afterSlash(rest)) {
            String relative = rest.replaceFirst("^/+", "");
            for (Path root : roots) {
                Optional<Path> inside = inside(root, relative);
                if (inside.isPresent()) {
                    return inside;
                }
            }
        }
        return Optional.empty();
    }

    private static String afterSlash(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? "" : path.substring(slash + 1);
    }

    private Optional<Path> inside(Path folder, String relative) {
        try {
            if (relative.isEmpty()) {
                return Optional.empty();
            }
            Path real = folder.resolve(relative).toRealPath();
            boolean ours = real.startsWith(project.root().toRealPath())
                    && project.tests().stream().filter(root -> !project.sources().contains(root)).noneMatch(real::startsWith);
            return ours && Files.isRegularFile(real) ? Optional.of(real) : Optional.empty();
        } catch (IOException | InvalidPathException absent) {
            return Optional.empty();
        }
    }

    private String relative(Path real) {
        try {
            return project.root().toRealPath().relativize(real).toString().replace('\\', '/');
        } catch (IOException gone) {
            return real.toString();
        }
    }
}
