public class Change {
    /** In how many ways coins can make an amount. */
    public static int ways(int[] coins, int from, int amount) {
        if (amount == 0) {
            return 1;
        }
        if (amount < 0) {
            return 0;
        }
        int with = ways(coins, from, amount - coins[from]);
        int without = ways(coins, from + 1, amount);
        return with + without;
    }
}
