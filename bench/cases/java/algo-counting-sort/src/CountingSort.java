import java.util.ArrayList;
import java.util.List;

public class CountingSort {
    /** Sorts numbers from 0 to most - 1. */
    public static List<Integer> sorted(List<Integer> values, int most) {
        int[] counts = new int[most];
        for (int value : values) {
            counts[value]++;
        }
        List<Integer> result = new ArrayList<>();
        for (int value = 0; value < most; value++) {
            for (int i = 0; i < value; i++) {
                result.add(value);
            }
        }
        return result;
    }
}
