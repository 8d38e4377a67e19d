package queue;

import java.util.ArrayList;
import java.util.List;

public class Jobs {
    private final List<String> names = new ArrayList<>();

    public void add(String name) {
        names.add(name);
    }

    public String newest() {
        return names.get(names.size());
    }
}
