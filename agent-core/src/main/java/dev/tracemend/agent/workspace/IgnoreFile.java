package dev.tracemend.agent.workspace;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** The rules of one {@code .gitignore}, about paths relative to its folder; the last rule that fits decides. */
final class IgnoreFile {
    private static final int MOST_RULES = 5_000;

    /** What the rules say of a path. */
    enum Verdict {
        IGNORED,
        KEPT,
        UNSAID
    }

    private record Rule(IgnorePattern pattern, boolean anchored, boolean foldersOnly, boolean negated) {}

    private final List<Rule> rules = new ArrayList<>();

    IgnoreFile(byte[] bytes) {
        for (String line : new String(bytes, StandardCharsets.UTF_8).split("\n", -1)) {
            if (rules.size() < MOST_RULES) {
                rule(withoutTrailingBlanks(line.endsWith("\r") ? line.substring(0, line.length() - 1) : line));
            }
        }
    }

    private void rule(String line) {
        if (line.isEmpty() || line.startsWith("#")) {
            return;
        }
        boolean negated = line.startsWith("!");
        String pattern = negated ? line.substring(1) : line;
        boolean foldersOnly = pattern.endsWith("/");
        pattern = foldersOnly ? pattern.substring(0, pattern.length() - 1) : pattern;
        boolean anchored = pattern.indexOf('/') >= 0;
        pattern = pattern.startsWith("/") ? pattern.substring(1) : pattern;
        if (!pattern.isEmpty()) {
            rules.add(new Rule(new IgnorePattern(pattern), anchored, foldersOnly, negated));
        }
    }

    private static String withoutTrailingBlanks(String line) {
        int end = line.length();
        while (end > 0 && line.charAt(end - 1) == ' ' && !(end > 1 && line.charAt(end - 2) == '\\')) {
            end--;
        }
        return line.substring(0, end);
    }

    Verdict of(String path, boolean folder) {
        String name = path.substring(path.lastIndexOf('/') + 1);
        for (int i = rules.size() - 1; i >= 0; i--) {
            Rule rule = rules.get(i);
            if ((folder || !rule.foldersOnly()) && rule.pattern().matches(rule.anchored() ? path : name)) {
                return rule.negated() ? Verdict.KEPT : Verdict.IGNORED;
            }
        }
        return Verdict.UNSAID;
    }
}
