package dev.tracemend.tailer.source;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whether one name is another after a rotation: {@code app.log.1}, {@code app.log-20261121}, {@code app-2026-11-21.0.log},
 * {@code app.log.old}, each with {@code .gz} or without.
 */
final class RotatedName {
    private static final Pattern ADDED = Pattern.compile(
            "~|[._-](?:[0-9][0-9T:_.h-]{0,40}|(?:bak|old|orig|prev|save|copy|rotated)(?:[._-]?[0-9]{1,20})?)");
    private static final String GZ = ".gz";

    private RotatedName() {}

    static boolean isArchive(String name) {
        return name.endsWith(GZ);
    }

    static boolean is(String name, String original) {
        String plain = isArchive(name) ? name.substring(0, name.length() - GZ.length()) : name;
        if (plain.equals(original)) {
            return isArchive(name);
        }
        if (plain.startsWith(original)) {
            return ADDED.matcher(plain.substring(original.length())).matches();
        }
        int dot = original.lastIndexOf('.');
        if (dot <= 0 || plain.length() <= original.length()) {
            return false;
        }
        String stem = original.substring(0, dot);
        String extension = original.substring(dot);
        return plain.startsWith(stem)
                && plain.endsWith(extension)
                && ADDED.matcher(plain.substring(stem.length(), plain.length() - extension.length()))
                        .matches();
    }

    /** The names that this one may have had before a rotation. */
    static Set<String> originals(String name) {
        String plain = isArchive(name) ? name.substring(0, name.length() - GZ.length()) : name;
        Set<String> originals = new LinkedHashSet<>();
        if (isArchive(name)) {
            originals.add(plain);
        }
        for (int at = plain.length() - 1; at > 0; at--) {
            if ("~._-".indexOf(plain.charAt(at)) >= 0) {
                String stem = plain.substring(0, at);
                addIf(stem, plain, originals);
                for (int dot = plain.indexOf('.', at + 1); dot > 0; dot = plain.indexOf('.', dot + 1)) {
                    addIf(stem + plain.substring(dot), plain, originals);
                }
            }
        }
        return originals;
    }

    private static void addIf(String original, String name, Set<String> originals) {
        if (is(name, original)) {
            originals.add(original);
        }
    }
}
