package dev.tracemend.agent.edit.place;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The words of lines: names, keywords and numbers, in order. */
final class Words {
    private static final Set<String> MODIFIERS = Set.of(
            "final",
            "static",
            "public",
            "private",
            "protected",
            "async",
            "await",
            "const",
            "let",
            "var",
            "export",
            "abstract",
            "synchronized",
            "override",
            "inline",
            "pub",
            "mut",
            "readonly",
            "internal",
            "default",
            "open");

    private Words() {}

    static List<String> of(String line) {
        List<String> words = new ArrayList<>();
        int start = -1;
        for (int i = 0; i <= line.length(); i++) {
            boolean part = i < line.length() && isPart(line.charAt(i));
            if (part && start < 0) {
                start = i;
            } else if (!part && start >= 0) {
                words.add(line.substring(start, i));
                start = -1;
            }
        }
        return words;
    }

    static boolean isPart(char sign) {
        return Character.isLetterOrDigit(sign) || sign == '_' || sign == '$';
    }

    /** Whether a word says how something is declared, not what. */
    static boolean isModifier(String word) {
        return MODIFIERS.contains(word);
    }

    /** Whether a line holds a comment and nothing else. */
    static boolean isComment(String line) {
        String text = line.strip();
        return text.startsWith("//")
                || text.startsWith("/*")
                || text.startsWith("* ")
                || text.equals("*")
                || text.startsWith("*/")
                || text.startsWith("<!--")
                || text.startsWith("--")
                || text.startsWith("#")
                        && !text.matches(
                                "#\\s*(?:include|define|if|ifdef|ifndef|endif|else|elif|undef|pragma)\\b.*|#\\[.*|#!.*");
    }

    /** The line with one word for another. */
    static String renamed(String line, String word, String other) {
        StringBuilder text = new StringBuilder();
        int done = 0;
        for (int at = line.indexOf(word); at >= 0; at = line.indexOf(word, at + word.length())) {
            int end = at + word.length();
            boolean whole =
                    (at == 0 || !isPart(line.charAt(at - 1))) && (end == line.length() || !isPart(line.charAt(end)));
            if (whole && at >= done) {
                text.append(line, done, at).append(other);
                done = end;
            }
        }
        return text.append(line, done, line.length()).toString();
    }
}
