package dev.tracemend.cli;

import dev.tracemend.agent.workspace.Workspace;
import dev.tracemend.agent.workspace.WorkspaceConfig;
import dev.tracemend.agent.workspace.tree.WorkspaceException;
import dev.tracemend.agent.workspace.tree.WorkspaceException.Reason;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;

/**
 * The folder that {@code apply} and {@code undo} work in: the flag's, else the current one. It is never taken from {@code
 * tracemend.yml}: a reply may have written that file, and must not choose where the next one goes.
 */
final class WorkspaceOption {
    private static final String FLAG = "--workspace";

    @Option(names = FLAG, paramLabel = "DIR", description = "the folder to work in (default: the current one)")
    private String folder = "";

    /** Work in a workspace. */
    interface Work<T> {
        T run() throws WorkspaceException;
    }

    Workspace open(CommandSpec spec, SettingsConfig settings) {
        boolean given = spec.commandLine().getParseResult().hasMatchedOption(FLAG);
        Path path = Path.of(given && !folder.isEmpty() ? folder : ".")
                .toAbsolutePath()
                .normalize();
        if (!Files.isDirectory(path)) {
            throw CommandFailure.configuration("the workspace " + path + " is no folder: name one with " + FLAG);
        }
        Path state = DataFolder.root(settings.environment());
        return told(() -> Workspace.open(path, WorkspaceConfig.of(state)));
    }

    /** What the workspace refuses as a whole, as a message and an exit code. */
    static <T> T told(Work<T> work) {
        try {
            return work.run();
        } catch (WorkspaceException refused) {
            String message = String.valueOf(refused.getMessage());
            throw refused.reason() == Reason.FAILED && refused.path().isEmpty()
                    ? CommandFailure.configuration(message)
                    : CommandFailure.failed(message);
        }
    }

    static void tellRecovered(CommandSpec spec, Workspace workspace) {
        workspace.recovered().ifPresent(back -> spec.commandLine()
                .getErr()
                .println("tracemend: an earlier change was cut off; "
                        + back.paths().size()
                        + " files are as they were before it"
                        + (back.leftAlone().isEmpty()
                                ? ""
                                : ", except those changed since: " + String.join(", ", back.leftAlone()))));
    }
}
