import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class HanoiCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int height = 0; height < 7; height++) {
            List<Deque<Integer>> pegs = List.of(new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>(), new ArrayDeque<>());
            for (int i = height; i > 0; i--) {
                pegs.get(1).push(i);
            }
            for (String move : Hanoi.moves(height, 1, 3)) {
                int disc = pegs.get(move.charAt(0) - '0').pop();
                Deque<Integer> to = pegs.get(move.charAt(2) - '0');
                assertTrue(to.isEmpty() || to.peek() > disc);
                to.push(disc);
            }
            assertEquals(height, pegs.get(3).size());
            assertEquals((1 << height) - 1, Hanoi.moves(height, 1, 3).size());
        }
    }
}
