package search;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Finds lines that hold what a user typed, letter for letter. */
public final class Finder {
    private final List<String> lines;

    public Finder(List<String> lines) {
        this.lines = lines;
    }

    public List<String> find(String typed) {
        Pattern pattern = Pattern.compile(typed, Pattern.CASE_INSENSITIVE);
        List<String> found = new ArrayList<>();
        for (String line : lines) {
            if (pattern.matcher(line).find()) {
                found.add(line);
            }
        }
        return found;
    }

    public static void main(String[] args) {
        System.out.println(new Finder(List.of("a[1] = 2", "b = 3")).find(args[0]));
    }
}
