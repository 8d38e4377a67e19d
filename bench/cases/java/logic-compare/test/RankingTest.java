import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RankingTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(List.of("b", "a"), Ranking.names(List.of(new Ranking.Score("a", 1), new Ranking.Score("b", 5))));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(List.of("a", "b"), Ranking.names(List.of(new Ranking.Score("b", 3), new Ranking.Score("a", 3))));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(List.of(), Ranking.names(List.of()));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(List.of("c", "a", "b"), Ranking.names(List.of(new Ranking.Score("b", 1), new Ranking.Score("a", 1), new Ranking.Score("c", 2))));
    }
}
