package dev.tracemend.agent.workspace.tree;

import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The names of the folders on the way to a file and its own name, judged as words: relative, nothing that climbs, nothing
 * of git's. What they lead to on the disk is for {@link ConfinedTree} to find out.
 *
 * @param names at least one
 */
public record WorkspacePath(List<String> names) {
    private static final int LONGEST_NAME = 255;
    private static final int LONGEST = 2_000;
    private static final int MOST_NAMES = 100;
    /** A Windows drive, or the scheme of a URL. */
    private static final Pattern ELSEWHERE =
            Pattern.compile("(?:[A-Za-z]:.*|[A-Za-z][A-Za-z0-9+.-]*://.*)", Pattern.DOTALL);

    /** Copies the names. */
    public WorkspacePath {
        names = List.copyOf(names);
    }

    /**
     * Reads a path with {@code /} between its names.
     *
     * @throws WorkspaceException {@code OUTSIDE_WORKSPACE} when it is no path of a file below the root
     */
    public static WorkspacePath of(String text) throws WorkspaceException {
        if (text.isBlank() || text.length() > LONGEST) {
            throw refused(text, "it names no usable file; name one by its path from the root of the workspace");
        }
        if (text.startsWith("/")
                || text.startsWith("~")
                || ELSEWHERE.matcher(text).matches()) {
            throw refused(text, "the path must be relative to the root of the workspace");
        }
        if (text.indexOf('\\') >= 0 || text.chars().anyMatch(Character::isISOControl)) {
            throw refused(text, "the path must have '/' between its names, no backslash and no control character");
        }
        List<String> names = new ArrayList<>();
        for (String name : text.split("/", -1)) {
            if (!name.equals(".")) {
                names.add(checked(name, text));
            }
        }
        if (names.isEmpty() || names.size() > MOST_NAMES) {
            throw refused(text, "the path must name a file below the root of the workspace");
        }
        return new WorkspacePath(names);
    }

    private static String checked(String name, String text) throws WorkspaceException {
        if (name.isEmpty() || name.equals("..")) {
            throw refused(text, "the path must name a file below the root of the workspace, without '..'");
        }
        if (!StandardCharsets.UTF_8.newEncoder().canEncode(name)
                || name.getBytes(StandardCharsets.UTF_8).length > LONGEST_NAME) {
            throw refused(text, "a name in the path is too long or is no text");
        }
        if (ReservedNames.has(name)) {
            throw refused(text, "files of git and of tracemend itself are never touched");
        }
        return name;
    }

    private static WorkspaceException refused(String text, String why) {
        String shown = text.length() <= 200 ? text : text.substring(0, 200) + "…";
        return new WorkspaceException(Reason.OUTSIDE_WORKSPACE, text, "refused " + printable(shown) + ": " + why);
    }

    private static String printable(String text) {
        return text.isEmpty() ? "an empty path" : text.replaceAll("\\p{Cntrl}", "?");
    }

    /** The last name. */
    public String name() {
        return names.get(names.size() - 1);
    }

    /** The names of the folders above it. */
    public List<String> folders() {
        return names.subList(0, names.size() - 1);
    }

    @Override
    public String toString() {
        return String.join("/", names);
    }
}
