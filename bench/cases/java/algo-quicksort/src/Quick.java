import java.util.ArrayList;
import java.util.List;

public class Quick {
    public static List<Integer> sort(List<Integer> values) {
        if (values.isEmpty()) {
            return new ArrayList<>();
        }
        int pivot = values.get(0);
        List<Integer> smaller = new ArrayList<>();
        List<Integer> larger = new ArrayList<>();
        for (int value : values.subList(1, values.size())) {
            if (value < pivot) {
                smaller.add(value);
            } else if (value > pivot) {
                larger.add(value);
            }
        }
        List<Integer> sorted = new ArrayList<>(sort(smaller));
        sorted.add(pivot);
        sorted.addAll(sort(larger));
        return sorted;
    }
}
