package dev.tracemend.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class DeployStatusTest {
    @ParameterizedTest
    @EnumSource
    void anythingMayFailAndBeSaidAgain(DeployStatus status) {
        assertThat(status.leadsTo(DeployStatus.ERROR)).isTrue();
        assertThat(status.leadsTo(status)).isTrue();
        assertThat(status.leadsTo(DeployStatus.DOWN)).isTrue();
        assertThat(status.leadsTo(DeployStatus.BUILDING)).isTrue();
    }

    @Test
    void doneIsReachedByBuildingAlone() {
        assertThat(EnumSet.allOf(DeployStatus.class))
                .filteredOn(status -> status.leadsTo(DeployStatus.DONE))
                .containsExactlyInAnyOrder(DeployStatus.BUILDING, DeployStatus.DONE);
    }

    @Test
    void newFilesMakeNothingPendingThatRuns() {
        assertThat(DeployStatus.UP.leadsTo(DeployStatus.PENDING)).isFalse();
        assertThat(DeployStatus.BUILDING.leadsTo(DeployStatus.PENDING)).isFalse();
        assertThat(DeployStatus.DOWN.leadsTo(DeployStatus.PENDING)).isTrue();
    }

    @Test
    void wordsAreThoseOfTheWire() {
        assertThat(EnumSet.allOf(DeployStatus.class))
                .extracting(DeployStatus::word)
                .containsExactly("pending", "building", "up", "down", "error", "done");
    }
}
