package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.EnumSet;
import org.junit.jupiter.api.Test;

class OperatorPriorsTest {
    private final OperatorPriors seeded = OperatorPriors.seeded();

    @Test
    void everyOperatorHasAPrior() {
        assertThat(seeded.priors().keySet()).containsExactlyInAnyOrder(Operator.values());
        assertThat(seeded.priors().values())
                .allSatisfy(prior -> assertThat(prior).isBetween(0.01, 1.0));
    }

    @Test
    void causesStandAboveGuardsAndGuardsAboveMutations() {
        EnumSet<Operator> mutations = EnumSet.range(Operator.RELATION, Operator.DONOR);
        double likeliest = mutations.stream().mapToDouble(seeded::of).max().orElseThrow();
        assertThat(likeliest).isLessThan(seeded.of(Operator.SKIP_WHEN_NULL));
        assertThat(seeded.of(Operator.GET_OR_DEFAULT)).isGreaterThan(seeded.of(Operator.NULL_GUARD));
        assertThat(seeded.of(Operator.BOUNDARY)).isGreaterThan(seeded.of(Operator.RANGE_GUARD));
    }

    @Test
    void wordsAreReadable() {
        assertThat(Operator.GET_OR_DEFAULT.word()).isEqualTo("get-or-default");
        assertThat(Arrays.stream(Operator.values()).map(Operator::word)).doesNotHaveDuplicates();
    }
}
