package inventory;

import java.util.Map;

public final class Routes {
    public String answer(String path, Map<String, String> query) {
        String[] amounts = query.getOrDefault("amounts", "").split(",");
        int[] numbers = new int[amounts.length];
        for (int i = 0; i < amounts.length; i++) {
            numbers[i] = Integer.parseInt(amounts[i]);
        }
        return "" + Stock.largest(numbers);
    }
}
