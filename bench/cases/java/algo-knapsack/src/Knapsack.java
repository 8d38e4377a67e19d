public class Knapsack {
    /** The best value of things that together weigh no more than the capacity. */
    public static int best(int capacity, int[] weights, int[] values) {
        int[][] best = new int[weights.length + 1][capacity + 1];
        for (int i = 1; i <= weights.length; i++) {
            int weight = weights[i - 1];
            for (int room = 0; room <= capacity; room++) {
                best[i][room] = best[i - 1][room];
                if (weight < room) {
                    best[i][room] = Math.max(best[i][room], values[i - 1] + best[i - 1][room - weight]);
                }
            }
        }
        return best[weights.length][capacity];
    }
}
