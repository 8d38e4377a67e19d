package dev.tracemend.agent.tool;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LoopGuardTest {
    private final LoopGuard guard = new LoopGuard();

    @Test
    void theSameCallThreeTimesIsACircle() {
        see("A", "1");
        see("A", "1");
        assertThat(guard.warning()).isEmpty();
        see("A", "1");
        assertThat(guard.warning()).hasValueSatisfying(text -> assertThat(text).contains("the same call"));
    }

    @Test
    void twoCallsInTurnAreACircle() {
        for (int i = 0; i < 3; i++) {
            see("A", "1");
            see("B", "2");
        }
        assertThat(guard.warning()).isPresent();
    }

    @Test
    void anotherResultIsProgress() {
        see("A", "1");
        see("A", "2");
        see("A", "3");
        assertThat(guard.warning()).isEmpty();
    }

    @Test
    void aRepeatAfterTheWorkspaceChangedIsFair() {
        see("test", "red");
        see("test", "red");
        guard.saw("edit", "{}", Observation.done("ok"), true);
        see("test", "red");
        assertThat(guard.warning()).isEmpty();
    }

    private void see(String tool, String result) {
        guard.saw(tool, "{}", Observation.done(result), false);
    }
}
