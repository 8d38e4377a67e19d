package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CollectionRulesTest {
    @TempDir
    private Path folder;

    private CrashLab lab(String body) throws IOException {
        return CrashLab.main(
                folder,
                List.of(
                        "java.util.ArrayDeque",
                        "java.util.ArrayList",
                        "java.util.Deque",
                        "java.util.HashMap",
                        "java.util.Iterator",
                        "java.util.List",
                        "java.util.Map",
                        "java.util.Optional"),
                body);
    }

    @Test
    void guardedRemoveBecomesRemoveIf() throws Exception {
        CrashLab lab = lab("""
                private final List<String> items = new ArrayList<>(List.of("lamp", "desk", "lamp", "chair"));

                void remove(String item) {
                    for (String each : items) {
                        if (each.equals(item)) {
                            items.remove(each);
                        }
                    }
                }

                public static Object run() {
                    Main main = new Main();
                    main.remove("lamp");
                    return main.items.toString();
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.REMOVE_IF, 1, "[desk, chair]");
        assertThat(lab.applied(mended)).contains("        items.removeIf(each -> each.equals(item));\n    }");
    }

    @Test
    void guardedRemoveOfEntriesBecomesRemoveIf() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    Map<String, Integer> stock = new HashMap<>(Map.of("a", 0, "b", 0, "c", 3));
                    for (Map.Entry<String, Integer> entry : stock.entrySet()) {
                        if (entry.getValue() == 0) {
                            stock.remove(entry.getKey());
                        }
                    }
                    return stock.toString();
                }
                """);
        RuleCheck.mends(lab, Operator.REMOVE_IF, 1, "{c=3}");
    }

    @Test
    void loopThatDoesMoreRunsOverACopy() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> items = new ArrayList<>(List.of("a", "b", "c"));
                    int gone = 0;
                    for (String each : items) {
                        if (each.equals("a")) {
                            items.remove(each);
                            gone++;
                        }
                    }
                    return gone + items.toString();
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.ITERATE_COPY, 1, "1[b, c]");
        assertThat(lab.applied(mended)).contains("for (String each : new ArrayList<>(items)) {");
    }

    @Test
    void iteratorTakesOutItsOwnElements() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<Integer> items = new ArrayList<>(List.of(1, 2, 3));
                    Iterator<Integer> each = items.iterator();
                    while (each.hasNext()) {
                        Integer item = each.next();
                        if (item == 1) {
                            items.remove(item);
                        }
                    }
                    return items.toString();
                }
                """);
        RuleCheck.mends(lab, Operator.ITERATOR_REMOVE, 1, "[2, 3]");
    }

    @Test
    void immutableListIsCopiedWhereItIsMade() throws Exception {
        CrashLab lab = lab("""
                private final Map<String, List<String>> bySku = new HashMap<>();

                List<String> labels(String sku, String season) {
                    List<String> labels = List.of("new");
                    if (bySku.containsKey(sku)) {
                        labels = new ArrayList<>(bySku.get(sku));
                    }
                    labels.add(season);
                    return labels;
                }

                public static Object run() {
                    return new Main().labels("x", "winter").toString();
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.MUTABLE_COPY, 1, "[new, winter]");
        assertThat(lab.applied(mended)).contains("List<String> labels = new ArrayList<>(List.of(\"new\"));");
    }

    @Test
    void immutableListIsFollowedThroughAMethodOfAnotherClass() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> all = new Labels().all();
                    all.add("c");
                    return all.toString();
                }
                """).with("shop.Labels", """
                        package shop;

                        import java.util.List;
                        import java.util.stream.Stream;

                        final class Labels {
                            List<String> all() {
                                return Stream.of("a", "b").toList();
                            }
                        }
                        """);
        Candidate mended = RuleCheck.mends(lab, Operator.MUTABLE_COPY, 1, "[a, b, c]");
        assertThat(lab.applied(mended))
                .contains("import java.util.ArrayList;", "new ArrayList<>(Stream.of(\"a\", \"b\").toList())");
    }

    @Test
    void fieldKeepsACopyOfWhatItIsGiven() throws Exception {
        CrashLab lab = lab("""
                private final List<String> items;

                Main(List<String> items) {
                    this.items = items;
                }

                public static Object run() {
                    Main main = new Main(List.of("a"));
                    main.items.add("b");
                    return main.items.toString();
                }
                """);
        RuleCheck.mends(lab, Operator.MUTABLE_COPY, 1, "[a, b]");
    }

    @Test
    void optionalGivesTheDefaultOfASibling() throws Exception {
        CrashLab lab = lab("""
                static Optional<String> find(String key) {
                    return Optional.empty();
                }

                static String name() {
                    return find("name").orElse("guest");
                }

                static String nick() {
                    return find("nick").get();
                }

                public static Object run() {
                    return nick();
                }
                """);
        RuleCheck.mends(lab, Operator.OR_ELSE, 1, "guest");
    }

    @Test
    void emptyCollectionHasNoFirstElement() throws Exception {
        CrashLab lab = lab("""
                static String first(List<String> names) {
                    return names.iterator().next();
                }

                public static Object run() {
                    return first(List.of());
                }
                """);
        RuleCheck.mends(lab, Operator.EMPTY_GUARD, 1, "");
    }

    @Test
    void emptyQueueIsAskedFirst() throws Exception {
        CrashLab lab = lab("""
                static int next(Deque<Integer> queue) {
                    return queue.removeFirst();
                }

                public static Object run() {
                    return next(new ArrayDeque<>());
                }
                """);
        RuleCheck.mends(lab, Operator.EMPTY_GUARD, 1, 0);
    }
}
