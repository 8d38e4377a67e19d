package dev.tracemend.agent.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a trace to a call that fails only after others, or through others; then a right edit is proved. */
class ReproductionThroughCallsIT {
    @TempDir
    Path dir;

    private ReproducedProject project;

    @BeforeEach
    void start() throws IOException {
        project = new ReproducedProject(dir);
    }

    @Test
    void concurrentModificationAfterSeveralCalls() throws IOException {
        project.sample().source("shop.Basket", """
                package shop;
                import java.util.ArrayList;
                import java.util.List;
                public class Basket {
                    public record Item(String sku, int quantity) {}
                    private final List<Item> items = new ArrayList<>();
                    public void add(String sku, int quantity) { items.add(new Item(sku, quantity)); }
                    public void remove(String sku) {
                        for (Item item : items) { // fails
                            if (item.sku().equals(sku)) {
                                items.remove(item);
                            }
                        }
                    }
                    public int size() { return items.size(); }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.util.ConcurrentModificationException",
                                "",
                                List.of("removing sku=CUP-1"),
                                "shop.Basket#remove"),
                "shop.Basket",
                """
                for (Item item : items) { // fails
                            if (item.sku().equals(sku)) {
                                items.remove(item);
                            }
                        }""",
                "items.removeIf(item -> item.sku().equals(sku));",
                "basket.add(",
                "basket.remove(");
    }

    @Test
    void classCastOfAnAttribute() throws IOException {
        project.sample().source("shop.Attributes", """
                package shop;
                import java.util.HashMap;
                import java.util.Map;
                public class Attributes {
                    private final Map<String, Object> values = new HashMap<>();
                    public void put(String name, Object value) { values.put(name, value); }
                    public int weight() {
                        Object weight = values.getOrDefault("weight", 0);
                        return (Integer) weight; // fails
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.lang.ClassCastException",
                                "class java.lang.String cannot be cast to class java.lang.Integer (java.lang.String and"
                                        + " java.lang.Integer are in module java.base of loader 'bootstrap')",
                                List.of(),
                                "shop.Attributes#weight"),
                "shop.Attributes",
                "return (Integer) weight;",
                "return weight instanceof Integer number ? number : 0;",
                "attributes.put(\"weight\", ");
    }

    @Test
    void unsupportedOperationOnAFixedListAfterASequence() throws IOException {
        project.sample().source("shop.Favourites", """
                package shop;
                import java.util.ArrayList;
                import java.util.List;
                public class Favourites {
                    private List<String> skus = new ArrayList<>();
                    public void restore(String saved) { skus = List.of(saved.split(",")); }
                    public void add(String sku) {
                        skus.add(sku); // fails
                    }
                    public int count() { return skus.size(); }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing("java.lang.UnsupportedOperationException", "", List.of(), "shop.Favourites#add"),
                "shop.Favourites",
                "skus = List.of(saved.split(\",\"))",
                "skus = new ArrayList<>(List.of(saved.split(\",\")))",
                "favourites.restore(",
                "favourites.add(");
    }

    @Test
    void privateMethodBehindAHandlerThatCannotBeCalled() throws IOException {
        project.sample().source("shop.Handler", """
                package shop;
                import com.sun.net.httpserver.HttpExchange;
                import com.sun.net.httpserver.HttpHandler;
                public class Handler implements HttpHandler {
                    @Override public void handle(HttpExchange exchange) {
                        page(exchange.getRequestURI().getPath().split("/"));
                    }
                    private static String page(String[] parts) {
                        return "page of " + parts[1]; // fails
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.lang.ArrayIndexOutOfBoundsException",
                                "Index 1 out of bounds for length 0",
                                List.of("GET /"),
                                "shop.Handler#page",
                                "shop.Handler#handle"),
                "shop.Handler",
                "parts[1]",
                "(parts.length > 1 ? parts[1] : \"\")",
                "getDeclaredMethod(\"page\"");
    }

    @Test
    void lambdaWrappedInAnotherException() throws IOException {
        project.sample().source("shop.Report", """
                package shop;
                import java.util.*;
                import java.util.stream.Collectors;
                public class Report {
                    private final Map<String, List<Integer>> sales = new TreeMap<>();
                    public void sell(String day, int cents) {
                        sales.computeIfAbsent(day, key -> new ArrayList<>()).add(cents);
                    }
                    public void open(String day) { sales.put(day, new ArrayList<>()); }
                    public String best() {
                        try {
                            return sales.entrySet().stream()
                                    .map(entry -> entry.getKey() + Collections.max(entry.getValue())) // fails
                                    .collect(Collectors.joining());
                        } catch (NoSuchElementException e) {
                            throw new IllegalStateException("report", e);
                        }
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.util.NoSuchElementException",
                                "",
                                List.of(),
                                "shop.Report#lambda$best$7",
                                "shop.Report#best"),
                "shop.Report",
                "Collections.max(entry.getValue())",
                "(entry.getValue().isEmpty() ? 0 : Collections.max(entry.getValue()))",
                "report.open(",
                "report.best(");
    }

    @Test
    void callerMayBeThePlaceToMend() throws IOException {
        project.sample().source("shop.Shelf", """
                package shop;
                public class Shelf {
                    private final String[] books = {"a", "b"};
                    public String book(int at) {
                        return books[at]; // fails
                    }
                    public int size() { return books.length; }
                }
                """).source("shop.Library", """
                package shop;
                public class Library {
                    private final Shelf shelf = new Shelf();
                    public String last() { return shelf.book(shelf.size()); }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.lang.ArrayIndexOutOfBoundsException",
                                "Index 2 out of bounds for length 2",
                                List.of(),
                                "shop.Shelf#book",
                                "shop.Library#last"),
                "shop.Library",
                "shelf.size()",
                "shelf.size() - 1",
                "library.last()");
    }
}
