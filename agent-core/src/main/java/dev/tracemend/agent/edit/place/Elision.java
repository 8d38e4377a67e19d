package dev.tracemend.agent.edit.place;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines by which an author says that something is left out. */
public final class Elision {
    private static final Pattern MARK = Pattern.compile("\\s*(?:\\.{3,}|\u2026"
            + "|(?://|#|--|;|%)+\\s*(?:\\.{3,}|\u2026).*"
            + "|/\\*+\\s*(?:\\.{3,}|\u2026).*\\*/"
            + "|<!--\\s*(?:\\.{3,}|\u2026).*-->"
            + "|\\{\\s*/\\*\\s*(?:\\.{3,}|\u2026).*\\*/\\s*\\})\\s*");
    private static final Pattern LEFT_OUT = Pattern.compile("(?i)\\s*(?://|#|--|/\\*|<!--|;|%|\\{/\\*).*"
            + "(?:(?:\\.{3}|\u2026).*\\b(?:existing|rest|remain\\w*|unchanged|same|other|previous|omitted)\\b"
            + "|\\b(?:existing|rest|remain\\w*|unchanged|same|other|previous|omitted)\\b.*(?:\\.{3}|\u2026)"
            + "|\\brest of (?:the )?(?:code|file|class|method|function|implementation)\\b"
            + "|\\b(?:code|methods?|functions?|implementation) (?:remains?|unchanged|omitted|stays?)\\b).*");

    private Elision() {}

    /** Whether the line stands for lines that are left out. */
    static boolean isMark(String line) {
        return MARK.matcher(line).matches();
    }

    /** Whether the line says in a comment that code was left out; nobody wants that line in a file. */
    public static boolean saysLeftOut(String line) {
        return line.length() < 400 && LEFT_OUT.matcher(line).matches();
    }

    /** The parts between the marks. */
    static List<List<String>> parts(List<String> lines) {
        List<List<String>> parts = new ArrayList<>();
        List<String> part = new ArrayList<>();
        for (String line : lines) {
            if (isMark(line)) {
                parts.add(List.copyOf(part));
                part.clear();
            } else {
                part.add(line);
            }
        }
        parts.add(List.copyOf(part));
        return parts;
    }
}
