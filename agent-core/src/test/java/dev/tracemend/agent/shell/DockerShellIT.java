package dev.tracemend.agent.shell;

import org.junit.jupiter.api.BeforeAll;

/** The contracts of a session over {@code docker}. */
class DockerShellIT implements ShellStateContract, ShellOutputContract, ShellStopContract, SandboxEscapeContract {
    @BeforeAll
    static void engine() {
        DockerEngine.required();
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.DOCKER;
    }
}
