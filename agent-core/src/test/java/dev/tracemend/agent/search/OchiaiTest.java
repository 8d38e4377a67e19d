package dev.tracemend.agent.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.tracemend.agent.judge.CoveredTest;
import dev.tracemend.agent.repair.Suspicion;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class OchiaiTest {
    private final Suspicion suspicion = Ochiai.of(List.of(
            new CoveredTest("fails", false, Map.of("A.java", Set.of(1, 2))),
            new CoveredTest("passes", true, Map.of("A.java", Set.of(1, 3)))));

    @Test
    void whatOnlyFailingTestsReachIsSuspectedMost() {
        assertThat(suspicion.of("A.java", 2)).isEqualTo(1);
        assertThat(suspicion.of("A.java", 1)).isCloseTo(0.707, within(0.001));
    }

    @Test
    void whatNoFailingTestReachesIsNotSuspected() {
        assertThat(suspicion.of("A.java", 3)).isZero();
        assertThat(suspicion.of("B.java", 1)).isZero();
    }

    @Test
    void linesAddedMoveTheSuspicionBehindThem() {
        Suspicion moved = suspicion.shifted("A.java", 1, 2);
        assertThat(moved.of("A.java", 4)).isEqualTo(1);
        assertThat(moved.of("A.java", 2)).isCloseTo(0.707, within(0.001));
    }

    @Test
    void oneClassCanBeLookedAtAlone() {
        assertThat(suspicion.within("A").lines()).hasSize(1);
        assertThat(suspicion.within("x.A").lines()).isEmpty();
    }
}
