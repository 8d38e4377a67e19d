package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.agent.fix.FixTask;
import dev.tracemend.logs.StackTrace;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ToldFixerTest {
    @Test
    void aPersonIsToldWhatBeginsAndWhatBrokeInOneHarmlessLineEach() {
        List<String> told = new ArrayList<>();
        ToldFixer fixer = new ToldFixer(
                (task, progress) -> {
                    throw new IllegalStateException("the disk is full");
                },
                told::add);
        FixTask task = new FixTask("3fa9c0d1e2b4", "Boom:\n\u001b[31mred", StackTrace.NONE, List.of());

        assertThatThrownBy(() -> fixer.fix(task, line -> {})).hasMessage("the disk is full");

        assertThat(told)
                .containsExactly(
                        "working    3fa9c0d1e2b4  Boom: \ufffd[31mred", "broken     3fa9c0d1e2b4  the disk is full");
    }
}
