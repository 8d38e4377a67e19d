import java.util.ArrayList;
import java.util.List;

public class Select {
    /** The k-th smallest value, counted from 0. */
    public static int kth(List<Integer> values, int k) {
        int pivot = values.get(0);
        List<Integer> below = new ArrayList<>();
        List<Integer> above = new ArrayList<>();
        for (int value : values) {
            if (value < pivot) {
                below.add(value);
            } else if (value > pivot) {
                above.add(value);
            }
        }
        int notAbove = values.size() - above.size();
        if (k < below.size()) {
            return kth(below, k);
        } else if (k >= notAbove) {
            return kth(above, k);
        }
        return pivot;
    }
}
