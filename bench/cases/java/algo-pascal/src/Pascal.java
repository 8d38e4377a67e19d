import java.util.ArrayList;
import java.util.List;

public class Pascal {
    public static List<List<Integer>> rows(int count) {
        List<List<Integer>> rows = new ArrayList<>();
        for (int r = 0; r < count; r++) {
            List<Integer> row = new ArrayList<>();
            for (int c = 0; c < r; c++) {
                int left = c > 0 ? rows.get(r - 1).get(c - 1) : 0;
                int right = c < r ? rows.get(r - 1).get(c) : 0;
                row.add(r == 0 ? 1 : left + right);
            }
            rows.add(row);
        }
        return rows;
    }
}
