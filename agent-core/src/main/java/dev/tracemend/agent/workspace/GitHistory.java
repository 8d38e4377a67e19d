package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Whether the code of a checkout has changed, told by git's own names of commits and files, never by dates. Commits are
 * full hashes; of what git does not know nothing is said.
 */
public final class GitHistory {
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{40}([0-9a-f]{24})?");

    private final Git git;

    /** Looks at the checkout that holds a folder. */
    public GitHistory(Path folder) {
        this.git = new Git(folder);
    }

    /** Full hash of the commit that is checked out now. */
    public Optional<String> head() {
        Ended ended = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        return ended.ok() ? Optional.of(ended.out().strip()) : Optional.empty();
    }

    /** Whether a commit descends from another, or is it. */
    public boolean descends(String commit, String ancestor) {
        return isHash(commit)
                && isHash(ancestor)
                && git.run("merge-base", "--is-ancestor", ancestor, commit).ok();
    }

    /** Git's hash of each of these files at a commit, by path; a file that is not there is left out. */
    public Map<String, String> blobs(String commit, Collection<String> paths) {
        if (!isHash(commit) || paths.isEmpty()) {
            return Map.of();
        }
        List<String> words = new ArrayList<>(List.of("--literal-pathspecs", "ls-tree", "-z", "--full-tree", commit));
        words.add("--");
        words.addAll(paths);
        Ended ended = git.run(words.toArray(String[]::new));
        Map<String, String> blobs = new TreeMap<>();
        for (String line : ended.ok() ? ended.out().split("\0") : new String[0]) {
            int tab = line.indexOf('\t');
            String[] facts = tab < 0 ? new String[0] : line.substring(0, tab).split(" ");
            if (facts.length == 3 && facts[1].equals("blob")) {
                blobs.put(line.substring(tab + 1), facts[2]);
            }
        }
        return blobs;
    }

    private static boolean isHash(String text) {
        return HASH.matcher(text).matches();
    }
}
