package cart;

import java.util.ArrayList;
import java.util.List;

/** The things somebody is about to buy. */
public final class Cart {
    private final List<String> items = new ArrayList<>();

    public void add(String item) {
        items.add(item);
    }

    public void drop(String prefix) {
        for (String item : items) {
            if (item.startsWith(prefix)) {
                items.remove(item);
            }
        }
    }

    public List<String> items() {
        return items;
    }
}
