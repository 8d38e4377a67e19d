import java.util.List;

public class Pages {
    /** The n-th page, counted from 1; empty behind the last. */
    public static <T> List<T> page(List<T> items, int number, int size) {
        int from = number * size;
        int to = Math.min(items.size(), from + size);
        return from >= to ? List.of() : items.subList(from, to);
    }

    public static int count(int items, int size) {
        return items / size + 1;
    }
}
