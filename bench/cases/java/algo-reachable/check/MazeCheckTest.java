import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class MazeCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(12);
        for (int round = 0; round < 100; round++) {
            Map<Integer, List<Integer>> doors = new HashMap<>();
            boolean[][] way = new boolean[6][6];
            for (int i = 0; i < 6; i++) {
                doors.put(i, new ArrayList<>());
                way[i][i] = true;
                for (int j = 0; j < 6; j++) {
                    if (random.nextInt(5) == 0) {
                        doors.get(i).add(j);
                        way[i][j] = true;
                    }
                }
            }
            for (int k = 0; k < 6; k++) {
                for (int i = 0; i < 6; i++) {
                    for (int j = 0; j < 6; j++) {
                        way[i][j] |= way[i][k] && way[k][j];
                    }
                }
            }
            for (int i = 0; i < 6; i++) {
                for (int j = 0; j < 6; j++) {
                    assertEquals(way[i][j], new Maze(doors).leads(i, j));
                }
            }
        }
    }
}
