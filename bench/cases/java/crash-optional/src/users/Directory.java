package users;

import java.util.List;

public class Directory {
    private final List<String> names;

    public Directory(List<String> names) {
        this.names = names;
    }

    public String find(String prefix) {
        return names.stream().filter(name -> name.startsWith(prefix)).findFirst().get();
    }

    public String longest() {
        return names.stream().max((a, b) -> a.length() - b.length()).orElse("");
    }
}
