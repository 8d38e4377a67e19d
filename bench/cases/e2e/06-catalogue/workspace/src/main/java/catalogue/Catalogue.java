package catalogue;

import java.util.List;

/** Titles in the order in which they came. */
public final class Catalogue {
    private final List<String> titles = List.of("Atlas", "Bees");

    public void add(String title) {
        titles.add(title);
    }

    public List<String> titles() {
        return titles;
    }
}
