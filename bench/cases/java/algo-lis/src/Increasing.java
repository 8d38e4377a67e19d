public class Increasing {
    /** The length of the longest strictly increasing subsequence. */
    public static int longest(int[] values) {
        int[] ending = new int[values.length];
        int longest = 0;
        for (int i = 0; i < values.length; i++) {
            ending[i] = 1;
            for (int j = 0; j < i; j++) {
                if (values[j] < values[i]) {
                    ending[i] = Math.max(ending[i], ending[j] + 1);
                }
            }
            longest = ending[i];
        }
        return longest;
    }
}
