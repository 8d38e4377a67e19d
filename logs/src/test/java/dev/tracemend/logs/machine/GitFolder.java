package dev.tracemend.logs.machine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a git checkout of what a folder holds, and commits to it. */
public final class GitFolder {
    private GitFolder() {}

    /** A checkout with one commit of what the folder holds. */
    public static Path commit(Path folder) {
        try {
            Files.createDirectories(folder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        git(folder, "init", "-q", "-b", "main");
        commitAll(folder, "first");
        return folder;
    }

    /** Writes a file and commits it; the full hash of the commit. */
    public static String write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        commitAll(folder, "next");
        return head(folder);
    }

    /** Full hash of the commit that is checked out. */
    public static String head(Path folder) {
        return git(folder, "rev-parse", "HEAD").strip();
    }

    private static void commitAll(Path folder, String message) {
        git(folder, "add", "-A");
        git(folder, "commit", "-q", "--allow-empty", "-m", message);
    }

    /** What a git command prints. */
    public static String git(Path folder, String... words) {
        List<String> command = new ArrayList<>(List.of("git", "-c", "user.name=t", "-c", "user.email=t@example.org"));
        command.addAll(List.of(words));
        try {
            Process git = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (git.waitFor() != 0) {
                throw new IllegalStateException("failed: " + command + ": " + said);
            }
            return said;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
