package dev.tracemend.agent.fix;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FixDecisionsTest {
    @TempDir
    private Path folder;

    @Test
    void whatPeopleTurnDownIsThoughtLessLikelyInTheNextRunToo() {
        Path file = folder.resolve("data/decisions.tsv");
        double before = new FixDecisions(file).table().of("null-guard", "NullPointerException", 0.5);

        for (int i = 0; i < 3; i++) {
            new FixDecisions(file).decided("null-guard", "NullPointerException", false);
        }
        double refused = new FixDecisions(file).table().of("null-guard", "NullPointerException", 0.5);
        new FixDecisions(file).decided("null-guard", "NullPointerException", true);

        assertThat(refused).isLessThan(before);
        assertThat(new FixDecisions(file).table().of("null-guard", "NullPointerException", 0.5))
                .isGreaterThan(refused);
        assertThat(file).hasContent("null-guard\tNullPointerException\t4\t1");
    }
}
