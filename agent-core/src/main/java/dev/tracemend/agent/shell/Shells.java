package dev.tracemend.agent.shell;

import java.nio.file.Files;
import java.util.List;
import java.util.stream.Collectors;

/** Where sessions come from. */
public final class Shells {
    private Shells() {}

    /**
     * Opens a session in the sandbox asked for, never in a weaker one.
     *
     * @throws ShellException if that sandbox cannot run here; the message says what to do
     */
    public static ShellSession open(ShellSettings settings) {
        Launcher launcher = launcher(settings);
        try {
            return new PipedShell(launcher, settings);
        } catch (ShellException failed) {
            launcher.close();
            throw failed;
        }
    }

    /**
     * Whether sessions of these settings can be opened, as far as that is known without opening one.
     *
     * @throws ShellException if not; the message says what to do
     */
    public static void check(ShellSettings settings) {
        launcher(settings).close();
    }

    /**
     * Runs one program, not a shell line, in a sandbox of its own that starts in the workspace.
     *
     * @param argv the program and its arguments; they are not expanded
     * @throws ShellException if that sandbox cannot run here, or there is no program
     */
    public static ShellResult execute(ShellSettings settings, List<String> argv, RunLimits limits) {
        if (argv.isEmpty()) {
            throw new ShellException(ShellException.Reason.BAD_COMMAND, "there is no program to run");
        }
        try (ShellSession session = open(settings)) {
            String words = argv.stream().map(ShellScript::quote).collect(Collectors.joining(" "));
            return session.run("(exec -- " + words + ")", limits, OutputListener.NONE);
        }
    }

    static Launcher launcher(ShellSettings settings) {
        if (!Files.isDirectory(settings.workspace())) {
            throw new ShellException(
                    ShellException.Reason.SANDBOX_UNAVAILABLE,
                    "the workspace " + settings.workspace() + " is not a folder: make it or name another");
        }
        String id = PipedShell.nonce();
        return switch (settings.sandbox()) {
            case LOCAL -> new LocalLauncher(settings, id);
            case BUBBLEWRAP -> new BubblewrapLauncher(settings, id);
            case DOCKER -> new DockerLauncher(settings, id);
        };
    }
}
