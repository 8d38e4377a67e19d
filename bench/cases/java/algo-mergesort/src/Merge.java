import java.util.Arrays;

public class Merge {
    public static int[] sort(int[] values) {
        if (values.length == 0) {
            return values;
        }
        int half = values.length / 2;
        int[] left = sort(Arrays.copyOfRange(values, 0, half));
        int[] right = sort(Arrays.copyOfRange(values, half, values.length));
        int[] merged = new int[values.length];
        int i = 0;
        int j = 0;
        for (int k = 0; k < merged.length; k++) {
            if (j >= right.length || i < left.length && left[i] <= right[j]) {
                merged[k] = left[i++];
            } else {
                merged[k] = right[j++];
            }
        }
        return merged;
    }
}
