import java.util.ArrayList;
import java.util.List;

public class Nested {
    /** All that is no list, in order, however deep it lies. */
    public static List<Object> flat(Object value) {
        List<Object> result = new ArrayList<>();
        if (value instanceof List<?> list) {
            for (Object item : list) {
                result.addAll(flat(item));
            }
        } else {
            result.addAll(flat(value));
        }
        return result;
    }
}
