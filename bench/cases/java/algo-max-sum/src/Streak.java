public class Streak {
    /** The largest sum of neighbours, 0 for none. */
    public static int best(int[] changes) {
        int here = 0;
        int best = 0;
        for (int change : changes) {
            here = here + change;
            best = Math.max(best, here);
        }
        return best;
    }
}
