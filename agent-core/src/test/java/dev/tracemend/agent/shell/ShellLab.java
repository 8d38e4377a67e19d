package dev.tracemend.agent.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.stream.Stream;

/** A session over a workspace of its own, both gone after the test. */
final class ShellLab implements AutoCloseable {
    private final Path workspace;
    private final ShellSession session;

    private ShellLab(Path workspace, ShellSession session) {
        this.workspace = workspace;
        this.session = session;
    }

    static ShellLab open(SandboxKind kind) {
        return open(kind, ShellLimits.defaults(), Map.of());
    }

    static ShellLab open(SandboxKind kind, ShellLimits limits, Map<String, String> environment) {
        try {
            Path workspace = Files.createTempDirectory("shell-lab").toRealPath();
            return new ShellLab(
                    workspace,
                    Shells.open(ShellSettings.of(kind, workspace)
                            .withImage(DockerEngine.IMAGE)
                            .withLimits(limits)
                            .withEnvironment(environment)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ShellSession session() {
        return session;
    }

    Path workspace() {
        return workspace;
    }

    ShellResult run(String command) {
        return run(command, 20);
    }

    ShellResult run(String command, double seconds) {
        return session.run(command, within(seconds), OutputListener.NONE);
    }

    static RunLimits within(double seconds) {
        return RunLimits.defaults().within(Duration.ofMillis((long) (seconds * 1000)));
    }

    /** What a command printed, without the last line end. */
    String said(String command) {
        return run(command).output().stripTrailing();
    }

    String file(String name) {
        try {
            return Files.readString(workspace.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void write(String name, String content) {
        try {
            Files.writeString(workspace.resolve(name), content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        session.close();
        try (Stream<Path> all = Files.walk(workspace)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
