package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.cli.CommandFailure;
import java.nio.file.Path;
import java.util.List;

/**
 * What the files of a stack are written for; every path is absolute and usable.
 *
 * @param workspace the service's checkout, mounted read and write
 * @param logs folder of its logs, mounted read-only
 * @param owner {@code uid:gid} of the checkout, as which the workers run
 * @param database default of {@code DB_BACKEND}: {@code auto}, {@code none} or {@code reddb}
 * @param folder where the files are written
 * @param adjustments where this differs from what was asked for, a sentence each
 */
public record ServicePlan(
        Path workspace, Path logs, String owner, String database, Path folder, List<String> adjustments) {

    /** Rejects paths that a compose file cannot carry, since parts of them mean something to it. */
    public ServicePlan {
        adjustments = List.copyOf(adjustments);
        for (Path path : List.of(workspace, logs, folder)) {
            mountable(path);
        }
    }

    static Path mountable(Path path) {
        if (!path.toString().matches("[^:${}\"#\\\\\\p{Cntrl}]+")) {
            throw CommandFailure.configuration("\"" + path + "\" cannot be written into a compose file: it holds one of"
                    + " : $ { } \" # \\ or a control character; use another path (a link, for example)");
        }
        return path;
    }
}
