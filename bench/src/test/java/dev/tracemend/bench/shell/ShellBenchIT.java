package dev.tracemend.bench.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.shell.SandboxKind;
import dev.tracemend.agent.shell.ShellSettings;
import org.junit.jupiter.api.Test;

class ShellBenchIT {
    @Test
    void aRoundTripTakesLessThanTenMilliseconds() throws Exception {
        for (SandboxKind kind : new SandboxKind[] {SandboxKind.LOCAL, SandboxKind.BUBBLEWRAP}) {
            ShellBench.Figures figures = ShellBench.measure(kind, ShellSettings.DEFAULT_IMAGE, 200);
            assertThat(ShellBench.quantile(figures.commands(), 0.5)).isLessThan(10);
        }
    }
}
