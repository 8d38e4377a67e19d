package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LastCommandTest {
    @Test
    void aTimeIsPrintedWithoutExponent() {
        assertThat(LastCommand.plain(1.795240773605E9)).isEqualTo("1795240773.605");
        assertThat(LastCommand.plain(0)).isEqualTo("0.0");
    }
}
