package dev.tracemend.tailer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AcknowledgementsTest {
    private final Acknowledgements acknowledgements = new Acknowledgements(1);

    @Test
    void nothingIsReachedBeforeTheFirstHasArrived() {
        Acknowledgements.Flight first = acknowledgements.add(0, 10);
        acknowledgements.add(0, 20).arrived();
        assertThat(acknowledgements.reached()).isEmpty();
        first.arrived();
        assertThat(acknowledgements.reached()).contains(new Acknowledgements.Reached(0, 20));
        assertThat(acknowledgements.reached()).isEmpty();
        assertThat(acknowledgements.isEmpty()).isTrue();
    }

    @Test
    void aNewGenerationIsReachedOnlyAfterTheOldOne() {
        Acknowledgements.Flight old = acknowledgements.add(0, 900);
        acknowledgements.add(1, 10).arrived();
        assertThat(acknowledgements.reached()).isEmpty();
        old.arrived();
        assertThat(acknowledgements.reached()).contains(new Acknowledgements.Reached(1, 10));
    }

    @Test
    void inWhateverOrderTheyArriveThePositionIsTheEndOfAnUnbrokenRow() {
        Random random = new Random(11);
        for (int round = 0; round < 100; round++) {
            Acknowledgements some = new Acknowledgements(1);
            List<Acknowledgements.Flight> tickets = new ArrayList<>();
            IntStream.rangeClosed(1, 40).forEach(i -> tickets.add(some.add(0, i)));
            List<Integer> order = new ArrayList<>(IntStream.range(0, 40).boxed().toList());
            Collections.shuffle(order, random);
            boolean[] arrived = new boolean[40];
            long position = 0;
            for (int i : order) {
                tickets.get(i).arrived();
                arrived[i] = true;
                int row = 0;
                while (row < 40 && arrived[row]) {
                    row++;
                }
                position = some.reached().map(Acknowledgements.Reached::end).orElse(position);
                assertThat(position).isEqualTo(row);
            }
            assertThat(some.isEmpty()).isTrue();
        }
    }

    @Test
    void eventsOfOneGroupAreCountedTogether() {
        Acknowledgements groups = new Acknowledgements(3);
        Acknowledgements.Flight first = groups.add(0, 10);
        assertThat(groups.add(0, 20)).isSameAs(first);
        assertThat(groups.add(0, 30)).isSameAs(first);
        Acknowledgements.Flight second = groups.add(0, 40);
        assertThat(second).isNotSameAs(first);
        first.arrived();
        first.arrived();
        second.arrived();
        assertThat(groups.reached()).isEmpty();
        first.arrived();
        assertThat(groups.reached()).contains(new Acknowledgements.Reached(0, 40));
        assertThat(groups.add(0, 50)).isNotSameAs(second);
    }
}
