package dev.tracemend.logs.machine;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

class RequiredToolTest {
    private static final String REMEDY = "no docker engine answers";

    @Test
    void whatIsThereIsUsed() {
        assertThatCode(() -> RequiredTool.check(true, REMEDY, Map.of("CI", "true")))
                .doesNotThrowAnyException();
    }

    @Test
    void whatIsMissingSkipsTheTestWithANotice() {
        assertThatThrownBy(() -> RequiredTool.check(false, REMEDY, Map.of()))
                .isInstanceOf(TestAbortedException.class)
                .hasMessageContaining("NOTICE: skipped, " + REMEDY);
    }

    @Test
    void butInCiItFails() {
        assertThatThrownBy(() -> RequiredTool.check(false, REMEDY, Map.of("CI", "true")))
                .isInstanceOf(AssertionError.class)
                .hasMessage(REMEDY);
    }
}
