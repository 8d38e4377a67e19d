package dev.tracemend.agent.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * How to open a session.
 *
 * @param sandbox where it runs
 * @param workspace the folder it starts in, and in a sandbox the only one it can write; must exist
 * @param image the image of a docker container; it must be on the engine already
 * @param network whether a sandbox has the network of the machine; {@code local} always has
 * @param limits what the session may use
 * @param readable more files and folders that bubblewrap shows, read-only
 * @param environment variables to add to the allow-listed ones
 */
public record ShellSettings(
        SandboxKind sandbox,
        Path workspace,
        String image,
        boolean network,
        ShellLimits limits,
        List<Path> readable,
        Map<String, String> environment) {
    /** The image when none is named. */
    public static final String DEFAULT_IMAGE = "debian:bookworm-slim";

    public ShellSettings {
        workspace = workspace.toAbsolutePath().normalize();
        readable = List.copyOf(readable);
        environment = Map.copyOf(environment);
    }

    /** No network, the default image and limits, nothing added. */
    public static ShellSettings of(SandboxKind sandbox, Path workspace) {
        return new ShellSettings(sandbox, workspace, DEFAULT_IMAGE, false, ShellLimits.defaults(), List.of(), Map.of());
    }

    /** The same with another image. */
    public ShellSettings withImage(String other) {
        return new ShellSettings(sandbox, workspace, other, network, limits, readable, environment);
    }

    /** The same with other limits. */
    public ShellSettings withLimits(ShellLimits other) {
        return new ShellSettings(sandbox, workspace, image, network, other, readable, environment);
    }

    /** The same with other variables. */
    public ShellSettings withEnvironment(Map<String, String> other) {
        return new ShellSettings(sandbox, workspace, image, network, limits, readable, other);
    }
}
