import java.util.Arrays;

public class Stats {
    public static double mean(int[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        long sum = 0;
        for (int value : values) {
            sum += value;
        }
        return (double) sum / values.length;
    }

    public static double median(int[] values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no values");
        }
        int[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        if (sorted.length % 2 == 1) {
            return sorted[middle];
        }
        return (sorted[middle - 1] + sorted[middle]) / 2;
    }

    public static int range(int[] values) {
        int low = Integer.MAX_VALUE;
        int high = Integer.MIN_VALUE;
        for (int value : values) {
            low = Math.min(low, value);
            high = Math.max(high, value);
        }
        return high - low;
    }
}
