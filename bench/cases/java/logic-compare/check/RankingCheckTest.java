import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RankingCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(List.of("x", "p", "q", "a"), Ranking.names(List.of(new Ranking.Score("q", 4), new Ranking.Score("a", 1), new Ranking.Score("x", 9), new Ranking.Score("p", 4))));
    }
}
