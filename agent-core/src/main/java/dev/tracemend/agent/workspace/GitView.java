package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.nio.file.Path;
import java.util.List;

/** Looks at a checkout's state and history, changes nothing and runs nothing that the repository brings with it. */
public final class GitView {
    private static final int MOST = 200_000;

    private final Git git;

    /** Looks at the checkout that holds a folder. */
    public GitView(Path folder) {
        this.git = new Git(folder);
    }

    /**
     * Branch and changed files in git's short form.
     *
     * @throws CheckoutException when the folder is no checkout
     */
    public String status() throws CheckoutException {
        return run(List.of("status", "--short", "--branch"));
    }

    /**
     * Changes that are not committed; of one file or folder, or of all where {@code path} is empty.
     *
     * @throws CheckoutException when the folder is no checkout or git refuses the path
     */
    public String diff(boolean staged, String path) throws CheckoutException {
        List<String> words = staged
                ? List.of("diff", "--no-ext-diff", "--no-textconv", "--cached")
                : List.of("diff", "--no-ext-diff", "--no-textconv");
        return run(withPath(words, path));
    }

    /**
     * The latest commits, newest first.
     *
     * @throws CheckoutException when the folder is no checkout or git refuses the path
     */
    public String log(int count, String path) throws CheckoutException {
        return run(withPath(
                List.of(
                        "log",
                        "--no-ext-diff",
                        "--date=short",
                        "--format=%h %ad %an: %s",
                        "-n",
                        Integer.toString(count)),
                path));
    }

    private static List<String> withPath(List<String> words, String path) {
        if (path.isEmpty()) {
            return words;
        }
        List<String> all = new java.util.ArrayList<>(words);
        all.add("--");
        // Literal, so that a path cannot carry git's pathspec magic.
        all.add(":(literal)" + path);
        return all;
    }

    private String run(List<String> words) throws CheckoutException {
        Ended ended = git.run(words.toArray(String[]::new));
        if (!ended.ok()) {
            throw new CheckoutException(
                    "git " + words.get(0) + " failed: " + ended.error().strip());
        }
        String text = ended.out();
        return text.length() <= MOST ? text : text.substring(0, MOST) + "\n…";
    }
}
