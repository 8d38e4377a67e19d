public class Lookup {
    /** The place of a value in sorted numbers, -1 where it is not among them. */
    public static int find(int[] sorted, int value) {
        int low = 0;
        int high = sorted.length - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] == value) {
                return middle;
            } else if (sorted[middle] < value) {
                low = middle;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }
}
