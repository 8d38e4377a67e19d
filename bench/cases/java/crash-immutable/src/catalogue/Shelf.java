package catalogue;

import java.util.List;

public class Shelf {
    private List<String> books = List.of("Atlas");

    public void put(String book) {
        books.add(book);
    }

    public int size() {
        return books.size();
    }
}
