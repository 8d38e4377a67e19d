package dev.tracemend.agent.judge;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * What a test command of the user's is started with, because it runs candidates: it reads the machine, writes only below
 * one folder and a temporary one of its own, and has no network but its own loopback.
 *
 * @param label what a person is told; {@code none} where this machine can confine nothing
 * @param prefix the words before the command's own
 */
public record CommandSandbox(String label, List<String> prefix) {
    /** No sandbox: the command runs with the user's rights. */
    public static final CommandSandbox NONE = new CommandSandbox("none", List.of());

    private static final int PATIENCE_SECONDS = 10;

    /** Copies the words. */
    public CommandSandbox {
        prefix = List.copyOf(prefix);
    }

    /** The sandbox for commands that write below {@code root}. */
    public static CommandSandbox of(Path root) {
        List<String> words = words(root);
        return works(words) ? new CommandSandbox("bubblewrap, no network", words) : NONE;
    }

    private static List<String> words(Path root) {
        List<String> words = new ArrayList<>(List.of(
                "bwrap", "--die-with-parent", "--new-session", "--unshare-net", "--unshare-pid", "--unshare-ipc"));
        words.addAll(List.of("--cap-drop", "ALL", "--ro-bind", "/", "/", "--dev", "/dev", "--proc", "/proc"));
        words.addAll(List.of("--tmpfs", "/run", "--tmpfs", "/tmp", "--ro-bind-try", "/proc/sys", "/proc/sys"));
        Path home = Path.of(System.getProperty("user.home"));
        for (String secret : List.of(".ssh", ".gnupg", ".aws", ".kube", ".docker", ".netrc", ".git-credentials")) {
            Path path = home.resolve(secret);
            if (Files.isDirectory(path)) {
                words.addAll(List.of("--tmpfs", path.toString()));
            } else if (Files.exists(path)) {
                words.addAll(List.of("--ro-bind", "/dev/null", path.toString()));
            }
        }
        // What Maven and Gradle have fetched lies perhaps below /tmp, like the folder itself.
        Path maven = home.resolve(".m2");
        if (Files.isDirectory(maven) && maven.startsWith("/tmp")) {
            words.addAll(List.of("--ro-bind", maven.toString(), maven.toString()));
        }
        words.addAll(List.of("--setenv", "GRADLE_USER_HOME", "/tmp/gradle"));
        words.addAll(List.of("--setenv", "GRADLE_RO_DEP_CACHE", home.resolve(".gradle/caches").toString()));
        words.addAll(List.of("--bind", root.toString(), root.toString(), "--chdir", root.toString(), "--"));
        return words;
    }

    private static boolean works(List<String> words) {
        List<String> trial = new ArrayList<>(words);
        trial.add("true");
        try {
            Process process = new ProcessBuilder(trial)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .start();
            process.getOutputStream().close();
            return process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS) && process.exitValue() == 0;
        } catch (IOException absent) {
            return false;
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
