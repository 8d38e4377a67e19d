package dev.tracemend.agent.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BehavioursTest {
    private static final String NULL = "THREW java.lang.NullPointerException";
    private static final Set<String> CRASHES = Set.of("java.lang.NullPointerException shop.A#m");
    private final Behaviours seen = new Behaviours(List.of(
            List.of("RETURNED 1", NULL + " shop.A#m", "RETURNED 3", "THREW java.util.NoSuchElementException shop.A#m"),
            List.of("RETURNED 1", "RETURNED 2", "RETURNED 3", "THREW java.util.NoSuchElementException"),
            List.of("RETURNED 1", "RETURNED 2", "RETURNED 0", "THREW java.util.NoSuchElementException"),
            List.of("RETURNED 1", NULL, "RETURNED 3", "THREW java.util.NoSuchElementException")));

    @Test
    void whatAgreesWithMostOthersIsNearestToWhatIsMeant() {
        assertThat(seen.agreement(0)).isGreaterThan(seen.agreement(1)).isGreaterThan(seen.agreement(2));
        assertThat(seen.agreement(0)).isCloseTo(0.75, Offset.offset(1e-9));
        assertThat(seen.kinds(Set.of(0, 1, 2))).isEqualTo(3);
        assertThat(seen.kinds(Set.of(0))).isEqualTo(1);
        assertThat(seen.alike(0)).isEqualTo(1);
    }

    @Test
    void aChangeThatLeavesTheCrashOnAnotherInputIsToldFromThoseThatEndIt() {
        assertThat(seen.leaves(2, CRASHES)).isTrue();
        assertThat(seen.leaves(0, CRASHES)).isFalse();
        assertThat(seen.leaves(2, Set.of("java.lang.NullPointerException shop.A#other")))
                .isFalse();
    }

    @Test
    void aChangeThatStillDoesNotComeBackWhereTestsDidNotIsToldToo() {
        Behaviours hung = new Behaviours(List.of(
                List.of("HUNG A.m did not come back", "RETURNED 1"),
                List.of("HUNG A.m did not come back", "RETURNED 1"),
                List.of("RETURNED 2", "RETURNED 1")));
        assertThat(hung.leaves(0, Set.of(Behaviours.HUNG))).isTrue();
        assertThat(hung.leaves(1, Set.of(Behaviours.HUNG))).isFalse();
        assertThat(hung.leaves(0, CRASHES)).isFalse();
    }

    @Test
    void changesThatKeepWhatTheOriginalGaveAreToldWhereItGaveEnough() {
        List<String> original = new ArrayList<>(Collections.nCopies(12, "RETURNED 1"));
        original.add("HUNG A.m did not come back");
        List<String> faithful = new ArrayList<>(original);
        faithful.set(12, "RETURNED 4");
        List<String> free = new ArrayList<>(faithful);
        free.set(3, "RETURNED 2");
        assertThat(new Behaviours(List.of(original, free, faithful)).faithful()).containsExactly(1);
        assertThat(seen.faithful()).as("two values tell too little").isEmpty();
    }

    @Test
    void whereNothingWasWatchedNothingIsHeldAgainstAChange() {
        Behaviours none = new Behaviours(List.of());
        assertThat(none.agreement(0)).isEqualTo(1);
        assertThat(none.alike(0)).isEqualTo(1);
        assertThat(none.leaves(0, CRASHES)).isFalse();
        assertThat(none.inputs()).isZero();
    }
}
