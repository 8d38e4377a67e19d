package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.worker.policy.Policies;
import dev.tracemend.worker.policy.Policy;
import dev.tracemend.worker.policy.PolicyMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PolicyFileTest {
    @TempDir
    private Path folder;

    @Test
    void theExampleOfThePageHoldsTheDefaults() throws IOException {
        String page = Files.readString(Path.of("../docs/worker.md"));
        String yaml = page.substring(page.indexOf("```yaml\n") + 8, page.indexOf("\n```\n", page.indexOf("```yaml\n")));

        Policies policies = PolicyFile.read(file(yaml));

        assertThat(policies.of("shop").mode()).isEqualTo(PolicyMode.BRANCH);
        Policy other = policies.of("other");
        assertThat(other.neverTouch()).isEqualTo(Policy.DEFAULT.neverTouch());
        assertThat(other.incident()).isEqualTo(Policy.DEFAULT.incident());
        assertThat(other.hour()).isEqualTo(Policy.DEFAULT.hour());
        assertThat(other.day()).isEqualTo(Policy.DEFAULT.day());
        assertThat(other.askFor().keySet()).isEqualTo(Policy.DEFAULT.askFor().keySet());
        assertThat(other.approvalExpires()).isEqualTo(Policy.DEFAULT.approvalExpires());
        assertThat(other.window()).isEqualTo(Policy.DEFAULT.window());
    }

    @Test
    void jsonIsRead() throws IOException {
        assertThat(PolicyFile.read(file("{\"default\": {\"mode\": \"observe\"}}"))
                        .otherwise()
                        .mode())
                .isEqualTo(PolicyMode.OBSERVE);
    }

    @Test
    void whatIsWrongIsToldWithThePlace() throws IOException {
        assertThatThrownBy(() -> PolicyFile.read(folder.resolve("gone.yml")))
                .hasMessageContaining("gone.yml is not there");
        assertThatThrownBy(() -> PolicyFile.read(file("default:\n  mode: ask\n mode: x")))
                .hasMessageContaining("line 3");
        assertThatThrownBy(() -> PolicyFile.read(file("default: {mood: ask}")))
                .hasMessageContaining("unknown key \"mood\"; did you mean \"mode\"?");
        assertThatThrownBy(() -> PolicyFile.read(file("default: {mode: ask, mode: apply}")))
                .hasMessageContaining("cannot be read");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("policy.yml"), text);
    }
}
