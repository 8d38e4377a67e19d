package dev.tracemend.agent.workspace;

import java.util.ArrayList;
import java.util.List;

/** Makes commits with git's plumbing: no hook, no template, no signature, no editor; an author where the user set none. */
record CommitWriter(Git git) {

    /** Commits a tree on a branch whose tip must still be the one given; the new commit's hash. */
    String onto(String ref, String tip, String tree, String message) throws CheckoutException {
        List<String> words = new ArrayList<>(identity());
        words.addAll(List.of("commit-tree", tree, "-p", tip, "-m", message));
        String commit = git.text(words.toArray(String[]::new)).strip();
        git.text("update-ref", "-m", "tracemend: commit", ref, commit, tip);
        return commit;
    }

    private List<String> identity() {
        boolean known = git.run("config", "--get", "user.name").ok()
                && git.run("config", "--get", "user.email").ok();
        return known ? List.of() : List.of("-c", "user.name=Tracemend", "-c", "user.email=tracemend@localhost");
    }
}
