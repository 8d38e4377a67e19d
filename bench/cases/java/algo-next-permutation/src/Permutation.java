public class Permutation {
    /** The next larger arrangement in place; false where there is none. */
    public static boolean next(int[] values) {
        int at = values.length - 2;
        while (at >= 0 && values[at] >= values[at + 1]) {
            at--;
        }
        if (at < 0) {
            return false;
        }
        int other = values.length - 1;
        while (values[other] >= values[at]) {
            other--;
        }
        swap(values, at, other);
        for (int i = at + 1, j = values.length - 1; i < j; i++, j--) {
            swap(values, i, j);
        }
        return true;
    }

    private static void swap(int[] values, int i, int j) {
        int kept = values[i];
        values[i] = values[j];
        values[j] = kept;
    }
}
