package dev.tracemend.agent.workspace.tree;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Names that are never read or written through a workspace: git's own folder in every spelling that some file system takes
 * for it (letter case, trailing dots and blanks, NTFS short names and streams, code points that HFS+ ignores), and
 * tracemend's.
 */
final class ReservedNames {
    static final String OWN = ".tracemend";
    private static final Pattern IGNORED = Pattern.compile(
            "[\\u00AD\\u034F\\u061C\\u180E\\u200B-\\u200F\\u202A-\\u202E\\u2060-\\u206F\\uFE00-\\uFE0F\\uFEFF]");
    private static final Pattern SHORT_NAME = Pattern.compile("git~\\d+|\\.?gi[0-9a-f]{4}~\\d+|tracem~\\d+");

    private ReservedNames() {}

    static boolean has(String name) {
        String folded = fold(name);
        return folded.equals(".git")
                || folded.equals(OWN)
                || folded.startsWith(OWN + "-")
                || SHORT_NAME.matcher(folded).matches();
    }

    private static String fold(String name) {
        String plain = IGNORED.matcher(Normalizer.normalize(name, Normalizer.Form.NFKC))
                .replaceAll("")
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        int stream = plain.indexOf(':');
        int end = stream < 0 ? plain.length() : stream;
        while (end > 0 && (plain.charAt(end - 1) == '.' || plain.charAt(end - 1) == ' ')) {
            end--;
        }
        return plain.substring(0, end);
    }
}
