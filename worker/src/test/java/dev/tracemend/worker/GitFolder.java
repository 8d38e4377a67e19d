package dev.tracemend.worker;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Makes a git checkout with one commit of what a folder holds. */
public final class GitFolder {
    private GitFolder() {}

    public static Path commit(Path folder) {
        try {
            Files.createDirectories(folder);
            run(folder, "init", "-q", "-b", "main");
            commitAll(folder, "first");
            return folder;
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes a file and commits it; the full hash of the commit. */
    public static String write(Path folder, String file, String text) {
        try {
            Files.writeString(folder.resolve(file), text);
            commitAll(folder, "next");
            return head(folder);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Full hash of the commit that is checked out. */
    public static String head(Path folder) {
        try {
            return run(folder, "rev-parse", "HEAD").strip();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Any other command. */
    public static void git(Path folder, String... words) {
        try {
            run(folder, words);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What any other command prints. */
    public static String text(Path folder, String... words) {
        try {
            return run(folder, words);
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void commitAll(Path folder, String message) throws IOException, InterruptedException {
        run(folder, "add", "-A");
        run(
                folder,
                "-c",
                "user.name=t",
                "-c",
                "user.email=t@example.org",
                "commit",
                "-q",
                "--allow-empty",
                "-m",
                message);
    }

    private static String run(Path folder, String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(words));
        Process git = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (git.waitFor() != 0) {
            throw new IllegalStateException("failed: " + command + ": " + said);
        }
        return said;
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
