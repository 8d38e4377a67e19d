package dev.tracemend.agent.fix;

import dev.tracemend.agent.search.PrecisionTable;
import dev.tracemend.agent.store.KeptFile;
import java.nio.file.Path;

/**
 * What people decided on fixes: a change that is merged or turned down counts for the next ranking of its kind. One small
 * file below the data folder, beside the table that comes with the program.
 */
public final class FixDecisions {
    private final KeptFile file;

    /** Decisions kept in a file, which need not exist yet. */
    public FixDecisions(Path file) {
        this.file = new KeptFile(file);
    }

    /** The shipped table with all decisions so far. */
    public PrecisionTable table() {
        return PrecisionTable.shipped().with(PrecisionTable.of(file.read()));
    }

    /**
     * Remembers a decision.
     *
     * @param operator what made the change, {@link Change#operator}
     * @param exception simple name of the failure's exception, {@code test} for failing tests
     * @param merged whether a person took the change
     */
    public synchronized void decided(String operator, String exception, boolean merged) {
        file.write(PrecisionTable.of(file.read())
                .decided(operator, exception, merged)
                .text());
    }
}
