import java.util.Set;
import java.util.TreeSet;

public class Tags {
    private final Set<String> tags = new TreeSet<>();

    public void add(String tag) {
        tags.add(tag.trim().toLowerCase());
    }

    public boolean has(String tag) {
        return tags.contains(tag.trim());
    }

    public int count() {
        return tags.size();
    }
}
