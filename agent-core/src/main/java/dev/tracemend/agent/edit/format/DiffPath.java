package dev.tracemend.agent.edit.format;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.regex.Pattern;

/** File names as diffs write them. */
final class DiffPath {
    private static final Pattern PREFIX = Pattern.compile("[abciow]/.+");
    private static final String ESCAPES = "abtnvfr\"\\";
    private static final String ESCAPED = "\u0007\b\t\n\u000b\f\r\"\\";

    private DiffPath() {}

    /** The name behind {@code ---} or {@code +++}, without a time stamp; empty for {@code /dev/null}. */
    static Optional<String> named(String text) {
        String name = text;
        if (name.startsWith("\"")) {
            name = unquoted(name);
        } else {
            int tab = name.indexOf('\t');
            name = tab >= 0 ? name.substring(0, tab) : name;
            name = name.replaceFirst(" +\\d{4}-\\d\\d-\\d\\d .*$", "");
        }
        name = name.strip();
        return name.equals("/dev/null") ? Optional.empty() : Optional.of(FileNames.bare(name));
    }

    /** The file that a name means: with or without its first folder, whichever is there. */
    static String settle(String name, FileNames names) {
        if (names.exists(name)) {
            return name;
        }
        boolean prefixed = PREFIX.matcher(name).matches();
        String rest = name.substring(name.indexOf('/') + 1);
        if (prefixed) {
            return names.exists(rest) ? rest : names.resolve(rest);
        }
        if (name.indexOf('/') > 0 && names.exists(rest)) {
            return rest;
        }
        return names.resolve(name);
    }

    /** Whether it is there under one of the readings of its name. */
    static boolean there(String name, FileNames names) {
        return names.exists(name) || names.exists(name.substring(name.indexOf('/') + 1));
    }

    /** A name in git's C style quotes. */
    static String unquoted(String text) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (int i = 1; i < text.length() && text.charAt(i) != '"'; i++) {
            char sign = text.charAt(i);
            if (sign != '\\' || i + 1 >= text.length()) {
                bytes.writeBytes(String.valueOf(sign).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            char escape = text.charAt(++i);
            if (escape >= '0' && escape <= '3' && i + 2 < text.length()) {
                bytes.write((escape - '0') * 64 + (text.charAt(i + 1) & 7) * 8 + (text.charAt(i + 2) & 7));
                i += 2;
            } else {
                int known = ESCAPES.indexOf(escape);
                bytes.write(known < 0 ? escape : ESCAPED.charAt(known));
            }
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }
}
