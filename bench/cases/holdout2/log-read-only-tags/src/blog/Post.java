package blog;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

public class Post {
    private final String title;
    private final List<String> tags;

    public Post(String title, String tags) {
        this.title = title;
        this.tags = Stream.of(tags.split(",")).map(String::trim).toList();
    }

    public void tag(String tag) {
        if (!tags.contains(tag)) {
            tags.add(tag);
        }
    }

    public String line() {
        return title + tags.stream().map(tag -> " #" + tag).collect(Collectors.joining());
    }
}
