import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MazeTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(true, new Maze(Map.of(1, List.of(2), 2, List.of(3))).leads(1, 3));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(false, new Maze(Map.of(1, List.of(2), 2, List.of(1))).leads(1, 3));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(true, new Maze(Map.of(1, List.of(2, 4), 2, List.of(1), 4, List.of(5))).leads(1, 5));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(false, new Maze(Map.of()).leads(1, 2));
    }
}
