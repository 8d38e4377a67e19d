package dev.tracemend.worker.policy;

import java.nio.file.FileSystems;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Judges the files of a patch by globs, whatever the case of their letters. {@code **} before a slash stands for no
 * folder, too; a path that leaves the checkout or is no path at all is forbidden.
 */
public final class PathRules {
    private final List<PathMatcher> never;
    private final Map<String, List<PathMatcher>> asked = new LinkedHashMap<>();

    /** The rules of a policy. */
    public PathRules(Policy policy) {
        never = matchers(policy.neverTouch());
        policy.askFor().forEach((name, globs) -> asked.put(name, matchers(globs)));
    }

    /** Files that must not be changed. */
    public List<String> forbidden(List<String> files) {
        return files.stream()
                .filter(file -> leaves(file) || matches(never, file))
                .toList();
    }

    /** What needs a person's word, for example {@code build-files: pom.xml}; empty for nothing. */
    public String risk(List<String> files) {
        List<String> risks = new ArrayList<>();
        asked.forEach((name, globs) -> {
            List<String> hit =
                    files.stream().filter(file -> matches(globs, file)).toList();
            if (!hit.isEmpty()) {
                risks.add(name + ": " + String.join(", ", hit));
            }
        });
        return String.join("; ", risks);
    }

    private static boolean leaves(String file) {
        try {
            Path path = Path.of(file);
            return file.isBlank() || path.isAbsolute() || path.normalize().startsWith("..");
        } catch (InvalidPathException none) {
            return true;
        }
    }

    private static boolean matches(List<PathMatcher> globs, String file) {
        try {
            Path path = Path.of(file.toLowerCase(Locale.ROOT)).normalize();
            return globs.stream().anyMatch(glob -> glob.matches(path));
        } catch (InvalidPathException none) {
            return true;
        }
    }

    private static List<PathMatcher> matchers(List<String> globs) {
        List<PathMatcher> matchers = new ArrayList<>();
        for (String glob : globs) {
            String lower = glob.toLowerCase(Locale.ROOT);
            matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + lower));
            if (lower.startsWith("**/")) {
                matchers.add(FileSystems.getDefault().getPathMatcher("glob:" + lower.substring(3)));
            }
        }
        return matchers;
    }
}
