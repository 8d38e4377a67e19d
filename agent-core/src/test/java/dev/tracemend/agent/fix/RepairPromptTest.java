package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class RepairPromptTest {
    @Test
    void noSecretOfALogOrATestGoesToAModel() {
        String secret = "password=hunter2";
        Evidence evidence = new Evidence(
                new StackTrace(Language.JAVA, List.of(new ThrownException("java.lang.Error", secret, List.of()))),
                List.of("INFO " + secret, "-----BEGIN PRIVATE KEY-----", "MIIEow", "-----END PRIVATE KEY-----"),
                List.of());

        assertThat(RepairPrompt.task("Error: " + secret, evidence, "seen: " + secret, path -> Optional.empty()))
                .contains("password=[redacted:password]", "[redacted:private-key]")
                .doesNotContain("hunter2", "MIIEow");
        SourceSecrets secrets = new SourceSecrets();
        String source = "    String password = \"hunter2\";\n    String token = next();\n    int n = 1;\n";
        assertThat(secrets.masked(source))
                .contains("[secret-1]", "next()", "    int n = 1;\n")
                .doesNotContain("hunter2");
        assertThat(secrets.restored(secrets.masked(source))).isEqualTo(source);
        assertThat(RepairPrompt.refused("CartTest printed " + secret)).doesNotContain("hunter2");
    }
}
