package plan;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class IntervalsTest {
    @Test
    void apart() {
        List<Interval> apart = List.of(new Interval(1, 2), new Interval(4, 5));
        assertEquals(apart, Intervals.merged(apart));
    }

    @Test
    void overlapping() {
        assertEquals(
                List.of(new Interval(1, 6)), Intervals.merged(List.of(new Interval(3, 6), new Interval(1, 4))));
    }

    @Test
    void within() {
        assertEquals(
                List.of(new Interval(1, 9)), Intervals.merged(List.of(new Interval(1, 9), new Interval(3, 4))));
    }

    @Test
    void covers() {
        assertEquals(10, Intervals.covered(List.of(new Interval(1, 9), new Interval(3, 4), new Interval(20, 20))));
    }
}
