package dev.tracemend.agent.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class WorkspaceConfigTest {
    @Test
    void defaultsAreTheseAndNoOthers() {
        Path state = Path.of("state");
        assertThat(WorkspaceConfig.of(state))
                .isEqualTo(new WorkspaceConfig(state, 32 << 20, 256L << 20, 50, 256L << 20, Duration.ofSeconds(30)));
        assertThat(WorkspaceConfig.ofThisUser().stateFolder().endsWith(Path.of(".local", "state", "tracemend")))
                .isTrue();
    }
}
