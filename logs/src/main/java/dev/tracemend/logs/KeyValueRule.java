package dev.tracemend.logs;

import java.util.ArrayList;
import java.util.List;

/**
 * Values whose key says that they are secret: {@code password=…}, {@code "api_key": "…"}, {@code X-Auth-Token: …},
 * {@code <password>…</password>}. It looks for separators and from there back for the key.
 *
 * @param keys what such keys end with, the longest first where one ends with another
 */
record KeyValueRule(String id, String kind, List<SecretKey> keys) implements RedactionRule {
    private static final int LONGEST_KEY = 80;

    @Override
    public RedactionNeeds needs() {
        List<String> literals = new ArrayList<>();
        keys.forEach(key -> literals.addAll(key.literals()));
        return new RedactionNeeds(literals, 0, 0);
    }

    @Override
    public Redaction mask(String text) {
        Masking masking = new Masking(text, kind);
        for (int at = 0; at < text.length(); at++) {
            int length = separator(text, at);
            if (length > 0 && at >= masking.from()) {
                mask(text, at, length, masking);
                at = Math.max(at + length, masking.from()) - 1;
            }
        }
        return masking.done();
    }

    private void mask(String text, int at, int length, Masking masking) {
        int end = keyEnd(text, at);
        int start = keyStart(text, end, masking.from());
        if (start == end || isTag(text, at, start) || RedactionRule.inMask(text, start)) {
            return;
        }
        String key = text.substring(start, end);
        for (SecretKey secret : keys) {
            if (secret.ends(key, text, end) && !isClassName(text, start, end, secret)) {
                SecretValue value = SecretValue.behind(text, end, at, length);
                boolean bare = key.length() == secret.word().length();
                // PASS: ShopTest
                boolean verdict = bare && !secret.isPart() && secret.trust() == SecretKey.Trust.FULL && value.isSaid();
                if (!verdict
                        && !isDirectory(text, secret, value)
                        && value.isSecret(secret.trust(), bare)
                        && !RedactionRule.inFrame(text, start)) {
                    masking.hide(value.start(), value.wholeEnd());
                }
                return;
            }
        }
    }

    private static boolean isDirectory(String text, SecretKey key, SecretValue value) {
        return key.word().equals("pwd") && text.startsWith("/", value.start());
    }

    /** How long the separator is that starts here; 0 if none does. */
    private static int separator(String text, int at) {
        char c = text.charAt(at);
        char next = at + 1 < text.length() ? text.charAt(at + 1) : ' ';
        return switch (c) {
            case '=' -> at > 0 && "=!<>+*".indexOf(text.charAt(at - 1)) >= 0 || next == '=' ? 0 : next == '>' ? 2 : 1;
            case ':' -> next == '=' ? 2 : 1;
            case '>' -> at > 0 && text.charAt(at - 1) == '=' ? 0 : 1;
            case '%' -> next == '3' && text.length() > at + 2 && "DdAa".indexOf(text.charAt(at + 2)) >= 0 ? 3 : 0;
            default -> 0;
        };
    }

    /** Where the key before a separator ends: blanks, quotes and brackets may stand between. */
    private static int keyEnd(String text, int separator) {
        int at = separator;
        boolean arrow = at > 0 && text.charAt(separator) == '>' && text.charAt(at - 1) == '-';
        at -= arrow ? 1 : 0;
        while (at > 0 && separator - at < 4 && isBlank(text.charAt(at - 1))) {
            at--;
        }
        int quotes = at;
        while (at > 0 && quotes - at < 5 && isCloser(text, at - 1, separator)) {
            at--;
        }
        return text.startsWith("%5D", at - 3) && at >= 3 ? at - 3 : at;
    }

    private static boolean isBlank(char c) {
        return c == ' ' || c == '\t';
    }

    private static boolean isCloser(String text, int at, int separator) {
        char c = text.charAt(at);
        // A selector of a style sheet reads [type=password]:focus.
        return c == '"' || c == '\'' || c == '\\' || c == '`' || (c == ']' && text.charAt(separator) == '=');
    }

    private static int keyStart(String text, int end, int from) {
        int at = end;
        while (at > from && end - at < LONGEST_KEY && isKeyCharacter(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    private static boolean isKeyCharacter(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || "_-.".indexOf(c) >= 0;
    }

    /** Whether the separator closes a tag that is not named by the key; {@code <password>} and {@code <x key="password">} are. */
    private static boolean isTag(String text, int separator, int start) {
        if (text.charAt(separator) != '>' || (separator > 0 && text.charAt(separator - 1) == '-')) {
            return false;
        }
        char before = start > 0 ? text.charAt(start - 1) : ' ';
        boolean element = before == '<' || before == ':';
        String tag = text.substring(Math.max(0, start - 60), start);
        boolean attribute = (tag.endsWith("key=\"") || tag.endsWith("name=\"")) && !tag.contains("<input");
        return !element && !attribute;
    }

    /** {@code shop.InvalidPassword: too short} is an exception, not a key. */
    private static boolean isClassName(String text, int start, int end, SecretKey key) {
        String name = text.substring(start, end);
        int part = name.lastIndexOf('.') + 1;
        return part > 0
                && part < name.length() - key.word().length()
                && Character.isUpperCase(name.charAt(part))
                && Character.isLowerCase(name.charAt(part + 1));
    }
}
