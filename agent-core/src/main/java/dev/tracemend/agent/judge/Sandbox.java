package dev.tracemend.agent.judge;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Ways to start a program so that it can do little harm, the strictest first. What is not possible on this machine ends at
 * once, and the next is tried.
 *
 * @param label what a person is told, for example {@code bubblewrap, no network}
 * @param confinesFiles whether the program cannot write files but in its working folder
 * @param prefix the words before the program's own
 */
public record Sandbox(String label, boolean confinesFiles, List<String> prefix) {

    /** Copies the words. */
    public Sandbox {
        prefix = List.copyOf(prefix);
    }

    /** No confinement at all. */
    public static final Sandbox NONE = new Sandbox("none", false, List.of());

    private static final List<String> SYSTEM = List.of("/usr", "/lib", "/lib64", "/lib32", "/bin", "/sbin", "/etc");

    /**
     * The ways to try.
     *
     * @param workFolder the one folder that can be written
     * @param readable files and folders that the program needs, as far as they exist
     */
    public static List<Sandbox> ways(Path workFolder, List<Path> readable) {
        return List.of(
                new Sandbox("bubblewrap, no network", true, bubblewrap(workFolder, readable)),
                new Sandbox("unshare, no network", false, List.of("unshare", "-rn", "--")),
                NONE);
    }

    private static List<String> bubblewrap(Path workFolder, List<Path> readable) {
        List<String> words = new ArrayList<>(List.of(
                "bwrap", "--die-with-parent", "--new-session", "--unshare-net", "--unshare-pid", "--unshare-ipc"));
        words.addAll(
                List.of("--unshare-uts", "--cap-drop", "ALL", "--dev", "/dev", "--proc", "/proc", "--tmpfs", "/tmp"));
        // Started by root, a program inside would else change the settings of the kernel that all share.
        words.addAll(List.of("--ro-bind-try", "/proc/sys", "/proc/sys"));
        for (String folder : SYSTEM) {
            words.addAll(List.of("--ro-bind-try", folder, folder));
        }
        Set<Path> seen = new LinkedHashSet<>();
        for (Path path : readable) {
            if (Files.exists(path) && SYSTEM.stream().noneMatch(path::startsWith) && seen.add(path)) {
                words.addAll(List.of("--ro-bind", path.toString(), path.toString()));
            }
        }
        words.addAll(List.of("--bind", workFolder.toString(), workFolder.toString()));
        words.addAll(List.of("--chdir", workFolder.toString(), "--"));
        return words;
    }
}
