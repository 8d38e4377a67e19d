public class Floyd {
    public static final int NONE = 1_000_000;

    /** The lengths of the shortest ways between all places; changes its argument. */
    public static int[][] lengths(int[][] roads) {
        int n = roads.length;
        for (int via = 0; via < n; via++) {
            for (int from = 0; from < n; from++) {
                for (int to = 0; to < n; to++) {
                    roads[from][to] = Math.min(roads[from][to], roads[from][via] + roads[to][via]);
                }
            }
        }
        return roads;
    }
}
