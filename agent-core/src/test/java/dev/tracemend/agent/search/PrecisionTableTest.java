package dev.tracemend.agent.search;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PrecisionTableTest {

    @Test
    void decisionsMoveTheFigure() {
        PrecisionTable table = PrecisionTable.of("");
        assertThat(table.of("boundary", "test", 0.5)).isEqualTo(0.5);
        PrecisionTable merged = table.decided("boundary", "test", true).decided("boundary", "test", true);
        assertThat(merged.of("boundary", "test", 0.5)).isEqualTo(0.75);
        assertThat(merged.decided("boundary", "test", false).of("boundary", "test", 0.5)).isEqualTo(0.6);
        assertThat(merged.of("boundary", "NullPointerException", 0.5)).isEqualTo(0.5);
    }

    @Test
    void aTableIsReadAsItWasWritten() {
        PrecisionTable table = PrecisionTable.of("b\ttest\t3\t1\nno line\na\tX\t1\tmany\n");
        assertThat(table.text()).isEqualTo("b\ttest\t3\t1\n");
        assertThat(PrecisionTable.of(table.text())).isEqualTo(table);
    }

    @Test
    void theShippedTableCanBeRead() {
        assertThat(PrecisionTable.shipped().tallies()).isNotEmpty();
    }
}
