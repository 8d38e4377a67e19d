package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.Command.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The user's git checkout as it stood when it was opened; only ever read. */
public final class Checkout {
    private final Path root;
    private final String head;
    private final String branch;

    private Checkout(Path root, String head, String branch) {
        this.root = root;
        this.head = head;
        this.branch = branch;
    }

    /**
     * Opens the checkout that holds a folder.
     *
     * @throws CheckoutException when the folder is missing, no git checkout, bare, or has no commit yet
     */
    public static Checkout open(Path dir) throws CheckoutException {
        if (!Files.isDirectory(dir)) {
            throw new CheckoutException("the workspace " + dir.toAbsolutePath().normalize()
                    + " is not a folder: name the folder of a git checkout");
        }
        Git git = new Git(dir);
        Ended bare = git.run("rev-parse", "--is-bare-repository");
        if (!bare.ok()) {
            throw new CheckoutException(notACheckout(dir, bare));
        }
        if (bare.out().strip().equals("true")) {
            throw new CheckoutException("the workspace " + dir + " is a bare repository: clone it and name the clone");
        }
        Ended top = git.run("rev-parse", "--show-toplevel");
        if (!top.ok()) {
            throw new CheckoutException("the workspace " + dir + " is not a working tree: name the folder above .git");
        }
        Ended head = git.run("rev-parse", "--verify", "--quiet", "HEAD^{commit}");
        if (!head.ok()) {
            throw new CheckoutException("the workspace " + dir + " has no commit yet: make a first commit there");
        }
        String branch =
                git.run("symbolic-ref", "--quiet", "--short", "HEAD").out().strip();
        return new Checkout(real(top.out().strip()), head.out().strip(), branch);
    }

    /** The real path of the checkout's top folder. */
    public Path root() {
        return root;
    }

    /** Full hash of the commit that is checked out. */
    public String head() {
        return head;
    }

    /** The branch that is checked out; empty when detached. */
    public String branch() {
        return branch;
    }

    /**
     * The same checkout as it stood at another commit of it.
     *
     * @throws CheckoutException when the commit is not there, because history was rewritten for example
     */
    public Checkout at(String commit) throws CheckoutException {
        Ended found = commit.matches("[0-9a-f]{7,64}")
                ? new Git(root).run("rev-parse", "--verify", "--quiet", commit + "^{commit}")
                : new Ended(1, "", "");
        if (!found.ok()) {
            throw new CheckoutException("the commit " + commit.replaceAll("[^0-9A-Za-z]", "?") + " is not in " + root
                    + ": was its history rewritten, or is the clone shallow?");
        }
        return new Checkout(root, found.out().strip(), branch);
    }

    /** The commit a local branch points to; empty where there is no such branch. */
    public Optional<String> tip(String localBranch) {
        Ended tip = new Git(root).run("rev-parse", "--verify", "--quiet", "refs/heads/" + localBranch + "^{commit}");
        return tip.ok() ? Optional.of(tip.out().strip()) : Optional.empty();
    }

    /** Where a remote fetches from, as the repository's settings say it; empty where there is no such remote. */
    public Optional<String> remote(String name) {
        Ended url = new Git(root).run("config", "--get", "remote." + name + ".url");
        return url.ok() ? Optional.of(url.out().strip()) : Optional.empty();
    }

    private static String notACheckout(Path dir, Ended ended) {
        String said = ended.error().strip();
        if (said.contains("dubious ownership")) {
            return "git does not trust the workspace " + dir + ", another user owns it: run git config --global --add"
                    + " safe.directory " + dir.toAbsolutePath().normalize();
        }
        if (said.contains("cannot be started")) {
            return "git is needed for the workspace " + dir + " and was not found: install git, or put it on the PATH";
        }
        return "the workspace " + dir + " is not a git checkout: clone a repository there, or run git init and commit"
                + " (" + said + ")";
    }

    private static Path real(String path) throws CheckoutException {
        try {
            return Path.of(path).toRealPath();
        } catch (IOException gone) {
            throw new CheckoutException("the workspace " + path + " cannot be read: " + gone.getMessage());
        }
    }
}
