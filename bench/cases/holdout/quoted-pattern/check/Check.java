import java.util.List;

public final class Check {
    public static void main(String[] args) {
        search.Finder finder = new search.Finder(List.of("a[1] = 2", "b.c = 3", "bxc", "Cost (net)"));
        check(finder.find("a["), List.of("a[1] = 2"));
        check(finder.find("B.C"), List.of("b.c = 3"));
        check(finder.find("(NET"), List.of("Cost (net)"));
        check(finder.find("none"), List.of());
    }

    private static void check(List<String> seen, List<String> expected) {
        if (!seen.equals(expected)) {
            throw new AssertionError(seen + ", not " + expected);
        }
    }
}
