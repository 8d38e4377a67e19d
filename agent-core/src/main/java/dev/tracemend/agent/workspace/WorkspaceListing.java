package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import dev.tracemend.agent.workspace.tree.ConfinedTree;
import dev.tracemend.agent.workspace.tree.Snapshot;
import dev.tracemend.agent.workspace.tree.TreeEntry;
import dev.tracemend.agent.workspace.tree.TreeEntry.Kind;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspacePath;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The files of a workspace that are not ignored: git is asked at the top of a repository, which knows tracked files and the
 * user's own ignore files; elsewhere the {@code .gitignore} files found on the way decide.
 */
final class WorkspaceListing {
    private static final int MOST_RULES_BYTES = 1 << 20;
    private static final int MOST_FOLDERS = 100_000;
    private static final int DEEPEST = 60;

    private final ConfinedTree tree;
    private final SortedSet<String> found = new TreeSet<>();
    private int folders;

    WorkspaceListing(ConfinedTree tree) {
        this.tree = tree;
    }

    List<String> below(String folder, int most) throws IOException, WorkspaceException {
        List<String> start = folder.isEmpty() || folder.equals(".")
                ? List.of()
                : tree.resolve(WorkspacePath.of(folder)).names();
        if (!askGit(String.join("/", start))) {
            walk(start, most);
        }
        return found.stream().limit(most).toList();
    }

    private boolean askGit(String folder) throws IOException {
        if (!Files.exists(tree.root().resolve(".git"), LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        Ended ended = new Git(tree.root())
                .run(
                        "--literal-pathspecs",
                        "ls-files",
                        "-z",
                        "--cached",
                        "--others",
                        "--exclude-standard",
                        "--",
                        folder.isEmpty() ? "." : folder);
        if (!ended.ok()) {
            return false;
        }
        for (String path : ended.out().split("\0", -1)) {
            if (!path.isEmpty() && isThere(path)) {
                found.add(path);
            }
        }
        return true;
    }

    /** Tracked files may be deleted, a submodule is a folder, and some names are none of ours. */
    private boolean isThere(String path) throws IOException {
        try {
            WorkspacePath checked = WorkspacePath.of(path);
            return tree.stamp(checked)
                    .filter(stamp -> !stamp.startsWith("FOLDER"))
                    .isPresent();
        } catch (WorkspaceException notForUs) {
            return false;
        }
    }

    private void walk(List<String> start, int most) throws IOException, WorkspaceException {
        Deque<IgnoreFile> rules = new ArrayDeque<>();
        List<String> above = new ArrayList<>();
        for (String name : start) {
            rules.addLast(rules(above));
            above.add(name);
            if (isIgnored(above, above.size(), List.copyOf(rules), true)) {
                return;
            }
        }
        walk(start, List.copyOf(rules), most);
    }

    private void walk(List<String> folder, List<IgnoreFile> above, int most) throws IOException, WorkspaceException {
        if (folder.size() > DEEPEST || ++folders > MOST_FOLDERS || found.size() >= most) {
            return;
        }
        List<IgnoreFile> rules = new ArrayList<>(above);
        rules.add(rules(folder));
        for (TreeEntry entry : tree.children(folder)) {
            List<String> path = new ArrayList<>(folder);
            path.add(entry.name());
            boolean isFolder = entry.kind() == Kind.FOLDER;
            if (entry.kind() == Kind.OTHER || isIgnored(path, path.size(), rules, isFolder)) {
                continue;
            }
            if (isFolder) {
                walk(path, rules, most);
            } else {
                found.add(String.join("/", path));
            }
        }
    }

    /** The rules nearest to the file decide, where they say anything. {@code rules} are those of the folders above it. */
    private static boolean isIgnored(List<String> path, int size, List<IgnoreFile> rules, boolean folder) {
        for (int i = rules.size() - 1; i >= 0; i--) {
            IgnoreFile.Verdict verdict = rules.get(i).of(String.join("/", path.subList(i, size)), folder);
            if (verdict != IgnoreFile.Verdict.UNSAID) {
                return verdict == IgnoreFile.Verdict.IGNORED;
            }
        }
        return false;
    }

    private IgnoreFile rules(List<String> folder) throws IOException {
        List<String> names = new ArrayList<>(folder);
        names.add(".gitignore");
        try {
            Optional<Snapshot> file = tree.read(new WorkspacePath(names), MOST_RULES_BYTES);
            return new IgnoreFile(file.map(Snapshot::bytes).orElse(new byte[0]));
        } catch (WorkspaceException unusable) {
            return new IgnoreFile(new byte[0]);
        }
    }
}
