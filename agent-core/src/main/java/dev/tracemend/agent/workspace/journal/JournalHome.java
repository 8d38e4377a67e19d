package dev.tracemend.agent.workspace.journal;

import dev.tracemend.agent.workspace.tree.FileVersion;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Where a workspace's journal lies: in {@code tracemend} below the git folder that git itself would use for it, so that it
 * is no part of the tree and goes with the clone; without git in a state folder of the user's, or, where that cannot be written, in {@code .tracemend} of the tree. A git folder that the tree
 * points to, but that does not point back, is not believed.
 */
final class JournalHome {
    private static final Logger LOG = LoggerFactory.getLogger(JournalHome.class);
    private static final int NAME = 32;

    private JournalHome() {}

    /** The folder, not made yet. */
    static Path of(Path root, Path stateFolder) {
        for (Path above = root; above != null; above = above.getParent()) {
            Path mark = above.resolve(".git");
            if (Files.exists(mark, LinkOption.NOFOLLOW_LINKS)) {
                Optional<Path> git = gitFolder(mark);
                if (git.isPresent()
                        && Files.isWritable(git.get())
                        && !isLink(git.get().resolve("tracemend"))) {
                    Path journals = git.get().resolve("tracemend");
                    String below = above.relativize(root).toString();
                    return journals.resolve(below.isEmpty() ? "journal" : "journal-" + hash(below));
                }
                LOG.debug("{} is no git folder that may be written; the journal goes to {}", mark, stateFolder);
                break;
            }
        }
        Path inside = root.resolve(".tracemend");
        return canBeMade(stateFolder) || isLink(inside)
                ? stateFolder.resolve("journals").resolve(hash(root.toString()))
                : inside.resolve("journal");
    }

    /** In containers the user's home may be missing or closed. */
    private static boolean canBeMade(Path folder) {
        Path nearest = folder.toAbsolutePath();
        while (nearest != null && !Files.exists(nearest)) {
            nearest = nearest.getParent();
        }
        return nearest != null && Files.isDirectory(nearest) && Files.isWritable(nearest);
    }

    /** Makes the folder; none of tracemend's own names on the way may be a link. */
    static void make(Path home) throws IOException {
        Path tracemend = home.getParent();
        if (tracemend == null) {
            throw new IOException("no journal can be kept at " + home);
        }
        if (isLink(tracemend) || isLink(home)) {
            throw new IOException("the journal's folder " + home + " is a link; remove it");
        }
        Files.createDirectories(home);
    }

    private static boolean isLink(Path folder) {
        return Files.exists(folder, LinkOption.NOFOLLOW_LINKS) && !Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS);
    }

    private static Optional<Path> gitFolder(Path mark) {
        if (Files.isDirectory(mark, LinkOption.NOFOLLOW_LINKS)) {
            return Files.exists(mark.resolve("HEAD")) ? Optional.of(mark) : Optional.empty();
        }
        try {
            if (!Files.isRegularFile(mark, LinkOption.NOFOLLOW_LINKS) || Files.size(mark) > 8192) {
                return Optional.empty();
            }
            String text = Files.readString(mark).strip();
            if (!text.startsWith("gitdir:")) {
                return Optional.empty();
            }
            Path folder = mark.resolveSibling(text.substring("gitdir:".length()).strip())
                    .toRealPath();
            return pointsBack(folder, mark) ? Optional.of(folder) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    /** A worktree's folder names the file; a submodule's lies below {@code .git/modules} of a repository above. */
    private static boolean pointsBack(Path folder, Path mark) throws IOException {
        if (!Files.exists(folder.resolve("HEAD"))) {
            return false;
        }
        Path back = folder.resolve("gitdir");
        if (Files.isRegularFile(back) && Files.size(back) < 8192) {
            Path named = folder.resolve(Files.readString(back).strip());
            return Files.exists(named) && Files.isSameFile(named, mark);
        }
        Path module = mark.getParent();
        for (Path above = module == null ? null : module.getParent(); above != null; above = above.getParent()) {
            if (folder.startsWith(above.resolve(".git").resolve("modules"))) {
                return true;
            }
        }
        return false;
    }

    private static String hash(String text) {
        return FileVersion.hash(text.getBytes(StandardCharsets.UTF_8)).substring(0, NAME);
    }
}
