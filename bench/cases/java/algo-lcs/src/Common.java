public class Common {
    /** The length of the longest common subsequence. */
    public static int length(String one, String other) {
        int[][] best = new int[one.length() + 1][other.length() + 1];
        for (int i = 1; i <= one.length(); i++) {
            for (int j = 1; j <= other.length(); j++) {
                if (one.charAt(i - 1) == other.charAt(j - 1)) {
                    best[i][j] = best[i - 1][j] + 1;
                } else {
                    best[i][j] = Math.max(best[i - 1][j], best[i][j - 1]);
                }
            }
        }
        return best[one.length()][other.length()];
    }
}
