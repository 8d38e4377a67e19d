package dev.tracemend.agent.workspace.tree;

import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * Follows the links on the way to a file, as long as they stay inside the root, to the path that has none. What it finds is
 * opened again without following links, so a link that is swapped in later gains nothing.
 */
final class LinkWalk {
    private static final int MOST_LINKS = 40;

    private final ConfinedTree tree;
    private final WorkspacePath asked;
    private final Deque<String> ahead;
    private final List<String> done = new ArrayList<>();
    private int links;

    LinkWalk(ConfinedTree tree, WorkspacePath asked) {
        this.tree = tree;
        this.asked = asked;
        this.ahead = new ArrayDeque<>(asked.names());
    }

    WorkspacePath end() throws IOException, WorkspaceException {
        TreeFolder here = tree.folder(List.of());
        try {
            refuseGitFolder(here);
            while (!ahead.isEmpty()) {
                String name = ahead.removeFirst();
                Optional<FileStat> found = name.equals("..") ? Optional.empty() : here.stat(name);
                if (name.equals("..") || found.map(FileStat::kind).equals(Optional.of(FileStat.Kind.LINK))) {
                    climbOrFollow(name);
                    here.close();
                    here = tree.folder(done);
                } else if (found.isEmpty()) {
                    return absent(name);
                } else {
                    done.add(name);
                    here = ahead.isEmpty() ? here : step(here, name, found.get());
                }
            }
        } finally {
            here.close();
        }
        return WorkspacePath.of(String.join("/", done));
    }

    private TreeFolder step(TreeFolder here, String name, FileStat found) throws IOException, WorkspaceException {
        if (found.kind() != FileStat.Kind.FOLDER) {
            throw new WorkspaceException(
                    Reason.NOT_A_FILE,
                    asked.toString(),
                    "refused " + asked + ": " + String.join("/", done) + " is no folder");
        }
        TreeFolder next = here.open(name);
        here.close();
        refuseGitFolder(next);
        return next;
    }

    private void climbOrFollow(String name) throws IOException, WorkspaceException {
        if (name.equals("..")) {
            if (done.isEmpty()) {
                throw leadsOut();
            }
            done.remove(done.size() - 1);
            return;
        }
        if (++links > MOST_LINKS) {
            throw new WorkspaceException(
                    Reason.NOT_A_FILE, asked.toString(), "refused " + asked + ": its links lead in a circle");
        }
        Path target = Files.readSymbolicLink(tree.path(done).resolve(name));
        if (target.isAbsolute()) {
            if (!target.startsWith(tree.root())) {
                throw leadsOut();
            }
            done.clear();
            target = tree.root().relativize(target);
        }
        for (int i = target.getNameCount() - 1; i >= 0; i--) {
            String part = target.getName(i).toString();
            if (!part.isEmpty() && !part.equals(".")) {
                ahead.addFirst(part);
            }
        }
    }

    private WorkspacePath absent(String name) throws WorkspaceException {
        done.add(name);
        if (ahead.contains("..")) {
            throw leadsOut();
        }
        done.addAll(ahead);
        return WorkspacePath.of(String.join("/", done));
    }

    private WorkspaceException leadsOut() {
        return new WorkspaceException(
                Reason.OUTSIDE_WORKSPACE,
                asked.toString(),
                "refused " + asked + ": a link on the way leads out of the workspace");
    }

    private void refuseGitFolder(TreeFolder folder) throws IOException, WorkspaceException {
        if (GitFolders.is(folder)) {
            throw new WorkspaceException(
                    Reason.OUTSIDE_WORKSPACE,
                    asked.toString(),
                    "refused " + asked + ": it lies in a folder of git's own (HEAD, objects, refs)");
        }
    }
}
