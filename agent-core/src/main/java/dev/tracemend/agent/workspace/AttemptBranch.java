package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;

/** A branch {@code tracemend/<fingerprint>-<n>}, by its full name. */
record AttemptBranch(Git git, String ref) {
    static final String FOLDER = "refs/heads/tracemend/";
    private static final int LONGEST = 64;

    /** A fingerprint as a part of a branch's name: letters, digits, {@code _} and {@code -}. */
    static String stem(String fingerprint) {
        String safe = fingerprint.replaceAll("[^A-Za-z0-9_]+", "-").replaceAll("^-+|-+$", "");
        String cut = safe.substring(0, Math.min(LONGEST, safe.length()));
        return FOLDER + (cut.isEmpty() ? "change" : cut);
    }

    /** One more than the highest number in use. */
    static int next(Git git, String stem) throws CheckoutException {
        int highest = 0;
        for (String ref :
                git.text("for-each-ref", "--format=%(refname)", stem + "-*").split("\n", -1)) {
            String number = ref.substring(Math.min(ref.length(), stem.length() + 1));
            if (number.matches("\\d{1,8}")) {
                highest = Math.max(highest, Integer.parseInt(number));
            }
        }
        return highest + 1;
    }

    /** The name as people use it. */
    String name() {
        return ref.substring("refs/heads/".length());
    }

    /** Deletes the branch when every commit of it is on some other branch or tag. */
    void deleteIfEmpty() {
        if (!ref.startsWith(FOLDER)) {
            return;
        }
        Ended tip = git.run("rev-parse", "--verify", "--quiet", ref);
        if (!tip.ok()) {
            return;
        }
        Ended own = git.run(
                "rev-list", "-1", ref, "--not", "HEAD", "--exclude=" + name(), "--branches", "--tags", "--remotes");
        if (own.ok() && own.out().isBlank()) {
            git.run("update-ref", "-d", ref, tip.out().strip());
        }
    }
}
