package dev.tracemend.cli.stack.lightweight;

import dev.tracemend.contracts.DeployStatus;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A step of a deployment.
 *
 * @param phase {@code build}, {@code up} or {@code down}
 * @param words what compose is told
 * @param during where the deployment stands meanwhile; empty: where it stood before
 * @param after where it stands once the step has succeeded
 */
public record DeployStep(String phase, List<String> words, Optional<DeployStatus> during, DeployStatus after) {
    /** Builds the images. */
    public static final DeployStep BUILD =
            new DeployStep("build", List.of("build"), Optional.of(DeployStatus.BUILDING), DeployStatus.DONE);

    /** Removes the containers; their volumes stay. */
    public static final DeployStep DOWN = new DeployStep("down", List.of("down"), Optional.empty(), DeployStatus.DOWN);

    /** Starts what does not run, and replaces what is old; compose builds images that are missing only without options. */
    public static DeployStep up(String... options) {
        List<String> words = new ArrayList<>(List.of("up", "-d"));
        words.addAll(List.of(options));
        return new DeployStep("up", List.copyOf(words), Optional.empty(), DeployStatus.UP);
    }
}
