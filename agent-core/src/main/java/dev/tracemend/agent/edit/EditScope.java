package dev.tracemend.agent.edit;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Which files a reply may name: relative paths within the checkout, never git's own files, never the tests.
 *
 * @param tests roots of test sources, relative to the checkout with {@code /}
 */
public record EditScope(List<String> tests) {
    private static final int LONGEST_PATH = 512;

    /** Copies the roots. */
    public EditScope {
        tests = List.copyOf(tests);
    }

    /** Why this file may not be edited; empty where it may. */
    public Optional<String> objection(String path) {
        if (path.isBlank() || path.length() > LONGEST_PATH) {
            return Optional.of("the block names no usable file; write the path on the line above the block");
        }
        if (path.startsWith("/") || path.indexOf('\\') >= 0 || path.indexOf(':') >= 0 || hasControl(path)) {
            return Optional.of("the path must be relative to the root of the checkout, with '/' between its parts");
        }
        for (String part : path.split("/", -1)) {
            if (part.isEmpty() || part.equals(".") || part.equals("..")) {
                return Optional.of("the path must name a file below the root of the checkout, without . and ..");
            }
            if (part.toLowerCase(Locale.ROOT).equals(".git")) {
                return Optional.of("files of git itself are never edited");
            }
        }
        return tests.stream().anyMatch(root -> path.equals(root) || path.startsWith(root + "/"))
                ? Optional.of("tests are never edited; mend the production code")
                : Optional.empty();
    }

    private static boolean hasControl(String path) {
        return path.chars().anyMatch(Character::isISOControl);
    }
}
