package books;

import java.util.HashMap;
import java.util.Map;

public class Shelf {
    private final Map<Isbn, Integer> copies = new HashMap<>();

    public void add(Isbn isbn) {
        copies.merge(isbn, 1, Integer::sum);
    }

    public int copies(Isbn isbn) {
        return copies.getOrDefault(isbn, 0);
    }

    public int titles() {
        return copies.size();
    }
}
