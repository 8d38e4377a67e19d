package cart;

import java.util.ArrayList;
import java.util.List;

public class Basket {
    private List<String> items;
    private List<String> notes = new ArrayList<>();

    public void add(String item) {
        items.add(item);
    }

    public void note(String note) {
        notes.add(note);
    }

    public int size() {
        return items == null ? 0 : items.size();
    }
}
