package dev.tracemend.agent.workspace.tree;

import java.io.IOException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Folders that git takes for a repository whatever their name is, because they hold {@code HEAD}, {@code objects} and
 * {@code refs}. Git run inside one obeys the settings found there, which may name programs to run.
 */
final class GitFolders {
    private static final List<String> MARKS = List.of("HEAD", "objects", "refs");

    private GitFolders() {}

    static boolean is(TreeFolder folder) throws IOException {
        for (String mark : MARKS) {
            if (folder.stat(mark).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    /** The first of these new files that would make a folder one of git's. */
    static Optional<WorkspacePath> made(ConfinedTree tree, Collection<WorkspacePath> created) throws IOException {
        Set<String> coming = new HashSet<>();
        for (WorkspacePath path : created) {
            for (int i = 1; i <= path.names().size(); i++) {
                coming.add(fold(path.names().subList(0, i)));
            }
        }
        for (WorkspacePath path : created) {
            for (int i = 0; i < path.names().size(); i++) {
                boolean marked = MARKS.stream().anyMatch(path.names().get(i)::equalsIgnoreCase);
                if (marked && complete(tree, path.names().subList(0, i), coming)) {
                    return Optional.of(path);
                }
            }
        }
        return Optional.empty();
    }

    private static boolean complete(ConfinedTree tree, List<String> folder, Set<String> coming) throws IOException {
        String prefix = folder.isEmpty() ? "" : fold(folder) + "/";
        for (String mark : MARKS) {
            if (!coming.contains(prefix + mark.toLowerCase(Locale.ROOT)) && !tree.has(folder, mark)) {
                return false;
            }
        }
        return true;
    }

    private static String fold(List<String> names) {
        return String.join("/", names).toLowerCase(Locale.ROOT);
    }
}
