package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Finds paths that can be used near those that were asked for. Whether a folder can be written to is tried by writing a
 * file, since no bit tells it; every fallback is kept as an adjustment for the user to see.
 */
public final class ServicePaths {
    private static final long CLONE_SECONDS = 300;

    private final Path spare;
    private final List<String> adjustments = new ArrayList<>();

    /** {@code spare}: the folder to fall back to where the one that was asked for cannot be written to. */
    public ServicePaths(Path spare) {
        this.spare = spare;
    }

    /**
     * Settles all paths; makes the folder of the files, and one for logs that are not there yet.
     *
     * @param workspace folder of the service; must be there
     * @param logs folder of its logs, one of its files or a glob; empty: {@code logs} in the workspace
     */
    public ServicePlan settle(Path workspace, String logs, String database, Path folder) {
        if (!Files.isDirectory(workspace)) {
            throw CommandFailure.configuration("the workspace " + workspace.toAbsolutePath()
                    + " is not a folder; name the service's checkout with --workspace");
        }
        Path into = folder(folder.toAbsolutePath().normalize());
        Path checkout = workspace(real(workspace), into);
        Path followed = logs(
                logs.isBlank()
                        ? checkout.resolve("logs")
                        : Path.of(logs).toAbsolutePath().normalize(),
                into);
        return new ServicePlan(checkout, followed, owner(checkout), database, into, adjustments);
    }

    private Path folder(Path asked) {
        if (canWrite(asked)) {
            return real(asked);
        }
        if (!canWrite(spare)) {
            throw CommandFailure.configuration(
                    "neither " + asked + " nor " + spare + " can be written to; name a folder that can with --out-dir");
        }
        adjustments.add("files: " + asked + " cannot be written to; they are in " + spare);
        return real(spare);
    }

    private Path workspace(Path asked, Path into) {
        boolean checkout = Files.exists(asked.resolve(".git"));
        if (!checkout) {
            adjustments.add("workspace: " + asked + " is no git checkout, and workers work in nothing else;"
                    + " `git init` and a first commit make it one");
        }
        if (canWrite(asked)) {
            return asked;
        }
        Path clone = into.resolve("workspace");
        if (!checkout || !Files.exists(clone) && !cloned(asked, clone)) {
            throw CommandFailure.configuration(
                    "the workspace " + asked
                            + " cannot be written to, and workers register scratch worktrees in it; allow it, or name a clone of it");
        }
        adjustments.add("workspace: " + asked + " cannot be written to; the workers use a clone of it, " + clone);
        return clone;
    }

    private Path logs(Path asked, Path into) {
        Path folder = asked;
        while (folder.toString().matches(".*[*?\\[].*") || Files.isRegularFile(folder)) {
            folder = folder.getParent();
        }
        if (!folder.equals(asked)) {
            adjustments.add("logs: a folder is mounted, " + folder + "; all *.log files below it are followed");
        }
        if (Files.isDirectory(folder)) {
            return real(folder);
        }
        try {
            Path made = Files.createDirectories(folder);
            adjustments.add("logs: " + made + " was not there and is made; the service must write its logs there");
            return real(made);
        } catch (IOException e) {
            Path own = into.resolve("logs");
            if (!canWrite(own)) {
                throw CommandFailure.configuration(
                        "the folder of logs " + folder + " cannot be made (" + e + "); name another with --logs");
            }
            adjustments.add("logs: " + folder + " cannot be made; the service must write its logs to " + own);
            return real(own);
        }
    }

    private String owner(Path checkout) {
        try {
            String owner = Files.getAttribute(checkout, "unix:uid") + ":" + Files.getAttribute(checkout, "unix:gid");
            if (owner.startsWith("0:")) {
                adjustments.add("user: " + checkout + " belongs to root, so tailer and workers run as root, without its"
                        + " capabilities; TRACEMEND_UID and TRACEMEND_GID name another");
            }
            return owner;
        } catch (IOException | UnsupportedOperationException e) {
            return "1000:1000";
        }
    }

    /** Makes the folder where it is missing, and writes a file into it. */
    private static boolean canWrite(Path folder) {
        try {
            Files.delete(Files.createTempFile(Files.createDirectories(folder), ".tracemend", ""));
            return true;
        } catch (IOException | SecurityException e) {
            return false;
        }
    }

    private static boolean cloned(Path from, Path into) {
        try {
            Process git = new ProcessBuilder(
                            "git",
                            "-c",
                            "core.hooksPath=/dev/null",
                            "clone",
                            "-q",
                            "--no-hardlinks",
                            "--",
                            from.toString(),
                            into.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            boolean ended = git.waitFor(CLONE_SECONDS, TimeUnit.SECONDS);
            git.destroy();
            return ended && git.exitValue() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static Path real(Path folder) {
        try {
            return folder.toRealPath();
        } catch (IOException e) {
            throw CommandFailure.configuration(folder + " cannot be reached (" + e + ")");
        }
    }
}
