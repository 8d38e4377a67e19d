package dev.tracemend.agent.shell;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The contracts of a session over {@code docker}. */
class DockerShellIT
        implements ShellStateContract, ShellEndContract, ShellOutputContract, ShellStopContract, SandboxEscapeContract {
    @BeforeAll
    static void engine() {
        DockerEngine.required();
    }

    @Override
    public SandboxKind kind() {
        return SandboxKind.DOCKER;
    }

    /** Who looks after the limits may see the shell gone before the client has told with which status. */
    @Test
    void theStatusIsTheShellsWhoeverSeesItsEndFirst() {
        try (ShellLab lab = ShellLab.open(kind())) {
            for (int i = 1; i <= 12; i++) {
                ShellResult result = lab.run("sleep 30 & sleep 0." + i % 10 + "; exit " + i, 10);
                assertThat(result.exitCode()).isEqualTo(i);
            }
        }
    }
}
