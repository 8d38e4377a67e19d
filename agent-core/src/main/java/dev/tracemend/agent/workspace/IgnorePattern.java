package dev.tracemend.agent.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * A pattern of {@code .gitignore}: {@code *} and {@code ?} stay within a name, {@code **} goes over folders, {@code [...]}
 * is a class. Patterns come from strangers, so matching takes pattern times path steps and never more.
 */
final class IgnorePattern {
    private static final int LITERAL = 0;
    private static final int ANY = 1;
    private static final int STAR = 2;
    private static final int DEEP = 3;
    private static final int FOLDERS = 4;
    private static final int CLASS = 5;

    private record Token(int kind, char literal, String members, boolean negated) {}

    private final List<Token> tokens = new ArrayList<>();
    private final String pattern;

    IgnorePattern(String pattern) {
        this.pattern = pattern;
        int at = 0;
        while (at < pattern.length()) {
            at = token(at);
        }
    }

    private int token(int at) {
        char c = pattern.charAt(at);
        if (c == '*') {
            return stars(at);
        }
        if (c == '?') {
            tokens.add(new Token(ANY, ' ', "", false));
            return at + 1;
        }
        if (c == '[') {
            int end = classEnd(at);
            if (end > 0) {
                return characterClass(at, end);
            }
        }
        boolean escaped = c == '\\' && at + 1 < pattern.length();
        tokens.add(new Token(LITERAL, escaped ? pattern.charAt(at + 1) : c, "", false));
        return escaped ? at + 2 : at + 1;
    }

    private int stars(int at) {
        int end = at;
        while (end < pattern.length() && pattern.charAt(end) == '*') {
            end++;
        }
        boolean opens = at == 0 || pattern.charAt(at - 1) == '/';
        if (end - at == 2 && opens && end == pattern.length()) {
            tokens.add(new Token(DEEP, ' ', "", false));
            return end;
        }
        if (end - at == 2 && opens && pattern.charAt(end) == '/') {
            tokens.add(new Token(FOLDERS, ' ', "", false));
            return end + 1;
        }
        tokens.add(new Token(STAR, ' ', "", false));
        return end;
    }

    private int classEnd(int at) {
        int i = at + 1;
        if (i < pattern.length() && (pattern.charAt(i) == '!' || pattern.charAt(i) == '^')) {
            i++;
        }
        for (int first = i; i < pattern.length(); i++) {
            if (pattern.charAt(i) == ']' && i > first) {
                return i;
            }
            i += pattern.charAt(i) == '\\' ? 1 : 0;
        }
        return -1;
    }

    private int characterClass(int at, int end) {
        boolean negated = pattern.charAt(at + 1) == '!' || pattern.charAt(at + 1) == '^';
        tokens.add(new Token(CLASS, ' ', pattern.substring(at + (negated ? 2 : 1), end), negated));
        return end + 1;
    }

    /** Whether the whole text fits. */
    boolean matches(String text) {
        boolean[] after = new boolean[text.length() + 2];
        after[text.length()] = true;
        for (int t = tokens.size() - 1; t >= 0; t--) {
            Token token = tokens.get(t);
            boolean[] from = new boolean[text.length() + 2];
            boolean behindSlash = false;
            for (int i = text.length(); i >= 0; i--) {
                boolean more = i < text.length();
                boolean slash = more && text.charAt(i) == '/';
                behindSlash |= slash && after[i + 1];
                from[i] = switch (token.kind()) {
                    case STAR -> after[i] || more && !slash && from[i + 1];
                    case DEEP -> after[i] || more && from[i + 1];
                    case FOLDERS -> after[i] || behindSlash;
                    default -> more && one(token, text.charAt(i)) && after[i + 1];
                };
            }
            after = from;
        }
        return after[0];
    }

    private static boolean one(Token token, char c) {
        return switch (token.kind()) {
            case ANY -> c != '/';
            case CLASS -> c != '/' && member(token.members(), c) != token.negated();
            default -> c == token.literal();
        };
    }

    private static boolean member(String members, char c) {
        for (int i = 0; i < members.length(); i++) {
            i += members.charAt(i) == '\\' && i + 1 < members.length() ? 1 : 0;
            char low = members.charAt(i);
            boolean range = i + 2 < members.length() && members.charAt(i + 1) == '-';
            char high = range ? members.charAt(i + 2) : low;
            i += range ? 2 : 0;
            if (low <= c && c <= high) {
                return true;
            }
        }
        return false;
    }
}
