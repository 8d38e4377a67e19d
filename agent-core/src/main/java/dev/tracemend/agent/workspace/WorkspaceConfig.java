package dev.tracemend.agent.workspace;

import dev.tracemend.agent.workspace.journal.JournalLimits;
import java.nio.file.Path;
import java.time.Duration;

/**
 * Settings of a {@link Workspace}.
 *
 * @param stateFolder where journals of folders without git go; made when needed
 * @param mostFileBytes largest file that is read or written
 * @param mostChangeBytes largest sum of the bytes that one change may write
 * @param mostUndo changes that can be undone, one after the other
 * @param mostJournalBytes bytes that the journal keeps; the latest change is kept whatever its size
 * @param lockWait how long a writer waits for another process
 */
public record WorkspaceConfig(
        Path stateFolder,
        int mostFileBytes,
        long mostChangeBytes,
        int mostUndo,
        long mostJournalBytes,
        Duration lockWait) {
    private static final int MB = 1 << 20;

    /** The defaults, with state in this folder. */
    public static WorkspaceConfig of(Path stateFolder) {
        return new WorkspaceConfig(stateFolder, 32 * MB, 256L * MB, 50, 256L * MB, Duration.ofSeconds(30));
    }

    /** The defaults, with state in {@code .local/state/tracemend} of the user's home. */
    public static WorkspaceConfig ofThisUser() {
        return of(Path.of(System.getProperty("user.home", "."), ".local", "state", "tracemend"));
    }

    JournalLimits journal() {
        return new JournalLimits(mostFileBytes, mostUndo, mostJournalBytes, lockWait);
    }
}
