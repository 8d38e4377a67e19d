package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a trace to a call that fails in the same way; then a right edit is proved. */
class ReproductionIT {
    @TempDir
    Path dir;

    private SampleProject sample;

    @BeforeEach
    void start() throws IOException {
        sample = new SampleProject(Files.createDirectory(dir.resolve("project")));
    }

    private Judge open(Evidence evidence) {
        return Judge.open(sample.project(), evidence, JudgeConfig.in(dir.resolve("scratch")));
    }

    private void provedBy(Evidence evidence, String className, String before, String after, String... inReproducer)
            throws IOException {
        try (Judge judge = open(evidence)) {
            assertThat(judge.baseline().problem()).isEmpty();
            assertThat(judge.baseline().reproduced()).isTrue();
            assertThat(judge.baseline().reproducer()).contains(inReproducer);
            Judgement judgement = judge.judge(sample.edit(className, before, after));

            assertThat(judgement.proved()).as(judgement.feedback()).isTrue();
            assertThat(judgement.failToPass()).hasSize(1);
        }
    }

    @Test
    void nullPointerForAnAbsentKeyWithConstructorArguments() throws IOException {
        sample.source("shop.Catalog", """
                package shop;
                import java.util.HashMap;
                import java.util.Map;
                public class Catalog {
                    private final Map<String, Integer> prices = new HashMap<>();
                    public void put(String sku, int cents) { prices.put(sku, cents); }
                    public Integer price(String sku) { return prices.get(sku); }
                }
                """).source("shop.Quotes", """
                package shop;
                public class Quotes {
                    private final Catalog catalog;
                    private final String currency;
                    public Quotes(Catalog catalog, String currency) {
                        if (currency.length() != 3) throw new IllegalArgumentException("currency " + currency);
                        this.catalog = catalog;
                        this.currency = currency;
                    }
                    public String quote(String sku, int quantity) {
                        if (quantity <= 0) throw new IllegalArgumentException("quantity " + quantity);
                        int cents = catalog.price(sku) * quantity; // fails
                        return cents + " " + currency;
                    }
                }
                """);
        provedBy(
                sample.failing(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                                + " \"shop.Catalog.price(String)\" is null",
                        List.of("INFO quote currency=EUR", "2026-11-21 10:00:00 ERROR quote for sku=MUG-7 failed"),
                        "shop.Quotes#quote"),
                "shop.Quotes",
                "int cents = catalog.price(sku) * quantity;",
                "Integer price = catalog.price(sku); int cents = (price == null ? 0 : price) * quantity;",
                "new Quotes(",
                "\"EUR\"");
    }

    @Test
    void nullThatAConstructorTakesHoweverFastTheMachineIs() throws IOException {
        sample.source("shop.Status", """
                package shop;
                public class Status {
                    private final String value;
                    public Status(String value) { this.value = value; }
                    public boolean isPaid() {
                        return value.equals("paid"); // fails
                    }
                }
                """);
        provedBy(
                sample.failing(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"String.equals(Object)\" because \"this.value\" is null",
                        List.of(),
                        "shop.Status#isPaid"),
                "shop.Status",
                "value.equals(\"paid\")",
                "\"paid\".equals(value)",
                "new Status(null)");
    }

    @Test
    void indexOutOfBoundsInALoop() throws IOException {
        sample.source("shop.Stock", """
                package shop;
                class Stock {
                    private final int[] counts;
                    Stock(int[] counts) { this.counts = counts; }
                    int total() {
                        int sum = 0;
                        for (int i = 0; i <= counts.length; i++) {
                            sum += counts[i]; // fails
                        }
                        return sum;
                    }
                }
                """);
        provedBy(
                sample.failing(
                        "java.lang.ArrayIndexOutOfBoundsException",
                        "Index 3 out of bounds for length 3",
                        List.of(),
                        "shop.Stock#total"),
                "shop.Stock",
                "i <= counts.length",
                "i < counts.length",
                "new int[] {",
                "package shop;");
    }

    @Test
    void concurrentModificationAfterSeveralCalls() throws IOException {
        sample.source("shop.Basket", """
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
        provedBy(
                sample.failing(
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
    void numberFormatWithTheTextOfTheMessage() throws IOException {
        sample.source("shop.ImportLine", """
                package shop;
                public final class ImportLine {
                    private ImportLine() {}
                    public static int quantity(String line) {
                        String[] fields = line.split(";");
                        if (fields.length < 3) {
                            return 0;
                        }
                        return count(fields[2]);
                    }
                    private static int count(String field) {
                        return Integer.parseInt(field); // fails
                    }
                }
                """);
        provedBy(
                sample.failing(
                        "java.lang.NumberFormatException",
                        "For input string: \" 12\"",
                        List.of("WARN bad line"),
                        "shop.ImportLine#count",
                        "shop.ImportLine#quantity"),
                "shop.ImportLine",
                "Integer.parseInt(field)",
                "Integer.parseInt(field.trim())",
                " 12",
                "ImportLine.quantity(");
    }

    @Test
    void divisionByZeroForAnEmptyBasket() throws IOException {
        sample.source("shop.Prices", """
                package shop;
                import java.util.List;
                public class Prices {
                    public int average(List<Integer> cents) {
                        int sum = cents.stream().mapToInt(Integer::intValue).sum();
                        return sum / cents.size(); // fails
                    }
                }
                """);
        provedBy(
                sample.failing("java.lang.ArithmeticException", "/ by zero", List.of(), "shop.Prices#average"),
                "shop.Prices",
                "return sum / cents.size();",
                "return cents.isEmpty() ? 0 : sum / cents.size();",
                "new Prices()",
                "new ArrayList<>()");
    }

    @Test
    void classCastOfAnAttribute() throws IOException {
        sample.source("shop.Attributes", """
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
        provedBy(
                sample.failing(
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
        sample.source("shop.Favourites", """
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
        provedBy(
                sample.failing("java.lang.UnsupportedOperationException", "", List.of(), "shop.Favourites#add"),
                "shop.Favourites",
                "skus = List.of(saved.split(\",\"))",
                "skus = new ArrayList<>(List.of(saved.split(\",\")))",
                "favourites.restore(",
                "favourites.add(");
    }

    @Test
    void privateMethodBehindAHandlerThatCannotBeCalled() throws IOException {
        sample.source("shop.Handler", """
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
        provedBy(
                sample.failing(
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
        sample.source("shop.Report", """
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
        provedBy(
                sample.failing(
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
    void constructorOfARecordWithAnInterfaceAndAnEnum() throws IOException {
        sample.source("shop.Tax", "package shop; public interface Tax { int percent(String country); }")
                .source("shop.FlatTax", """
                        package shop;
                        public final class FlatTax implements Tax {
                            private final int percent;
                            private FlatTax(int percent) { this.percent = percent; }
                            public static FlatTax of(int percent) { return new FlatTax(percent); }
                            @Override public int percent(String country) { return percent; }
                        }
                        """)
                .source("shop.Rounding", "package shop; public enum Rounding { UP, DOWN }")
                .source("shop.Bill", """
                        package shop;
                        import java.util.Optional;
                        public record Bill(int cents, Optional<String> country, Tax tax, Rounding rounding) {
                            public Bill {
                                int share = cents / tax.percent(country.orElse("DE")); // fails
                                if (rounding == Rounding.UP) { share++; }
                            }
                        }
                        """);
        provedBy(
                sample.failing("java.lang.ArithmeticException", "/ by zero", List.of(), "shop.Bill#<init>"),
                "shop.Bill",
                "cents / tax.percent(country.orElse(\"DE\"))",
                "cents / Math.max(1, tax.percent(country.orElse(\"DE\")))",
                "new Bill(");
    }

    @Test
    void nullArgumentWhenNothingElseFails() throws IOException {
        sample.source("shop.Names", """
                package shop;
                public class Names {
                    public String initials(String first, String last) {
                        return first.substring(0, Math.min(1, first.length()))
                                + last.trim(); // fails
                    }
                }
                """);
        provedBy(
                sample.failing(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"String.trim()\" because \"last\" is null",
                        List.of(),
                        "shop.Names#initials"),
                "shop.Names",
                "last.trim()",
                "(last == null ? \"\" : last.trim())",
                ", null)");
    }

    @Test
    void callerMayBeThePlaceToMend() throws IOException {
        sample.source("shop.Shelf", """
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
        provedBy(
                sample.failing(
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
