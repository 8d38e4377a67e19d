import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class ChangeCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        for (int amount = 0; amount < 30; amount++) {
            int[] coins = {1, 3, 4, 7};
            int[] ways = new int[amount + 1];
            ways[0] = 1;
            for (int coin : coins) {
                for (int i = coin; i <= amount; i++) {
                    ways[i] += ways[i - coin];
                }
            }
            assertEquals(ways[amount], Change.ways(coins, 0, amount));
            assertEquals(0, Change.ways(new int[] {}, 0, amount + 1));
        }
    }
}
