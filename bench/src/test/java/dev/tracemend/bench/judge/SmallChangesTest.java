package dev.tracemend.bench.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SmallChangesTest {
    private static final String TEXT = "int sum = a > b ? a : 2;";

    @Test
    void areTheSameForTheSameSeed() {
        assertThat(SmallChanges.of("A.java", TEXT, 5, 7))
                .hasSize(5)
                .doesNotHaveDuplicates()
                .isEqualTo(SmallChanges.of("A.java", TEXT, 5, 7));
    }

    @Test
    void moreThanThereAreIsRefused() {
        assertThatThrownBy(() -> SmallChanges.of("A.java", TEXT, 5_000, 7)).hasMessageContaining("ask for fewer");
    }
}
