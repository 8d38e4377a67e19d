package dev.tracemend.cli.stack.lightweight;

import java.nio.file.Path;
import java.util.List;

/**
 * What a deployment works with.
 *
 * @param file the compose file, absolute
 * @param spare folder for what cannot be written beside the compose file
 * @param bootstrap the stack's broker as this machine reaches it, {@code host:port}
 * @param image name of the image whose id is recorded
 */
public record DeploySettings(Path file, Path spare, String bootstrap, String image) {

    /** Where deployment logs go, the first that can be written to. */
    List<Path> journals() {
        return List.of(
                file.resolveSibling("logs").resolve("deployments"),
                spare.resolve("logs").resolve("deployments"));
    }
}
