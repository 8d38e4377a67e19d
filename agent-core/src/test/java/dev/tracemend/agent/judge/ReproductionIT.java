package dev.tracemend.agent.judge;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a trace to one call whose values make it fail in the same way; then a right edit is proved. */
class ReproductionIT {
    @TempDir
    Path dir;

    private ReproducedProject project;

    @BeforeEach
    void start() throws IOException {
        project = new ReproducedProject(dir);
    }

    @Test
    void nullPointerForAnAbsentKeyWithConstructorArguments() throws IOException {
        project.sample().source("shop.Catalog", """
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
        project.provedBy(
                project.sample()
                        .failing(
                                "java.lang.NullPointerException",
                                "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                                        + " \"shop.Catalog.price(String)\" is null",
                                List.of(
                                        "INFO quote currency=EUR",
                                        "2026-11-21 10:00:00 ERROR quote for sku=MUG-7 failed"),
                                "shop.Quotes#quote"),
                "shop.Quotes",
                "int cents = catalog.price(sku) * quantity;",
                "Integer price = catalog.price(sku); int cents = (price == null ? 0 : price) * quantity;",
                "new Quotes(",
                "\"EUR\"");
    }

    @Test
    void nullThatAConstructorTakesHoweverFastTheMachineIs() throws IOException {
        project.sample().source("shop.Status", """
                package shop;
                public class Status {
                    private final String value;
                    public Status(String value) { this.value = value; }
                    public boolean isPaid() {
                        return value.equals("paid"); // fails
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
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
        project.sample().source("shop.Stock", """
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
        project.provedBy(
                project.sample()
                        .failing(
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
    void numberFormatWithTheTextOfTheMessage() throws IOException {
        project.sample().source("shop.ImportLine", """
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
        project.provedBy(
                project.sample()
                        .failing(
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
        project.sample().source("shop.Prices", """
                package shop;
                import java.util.List;
                public class Prices {
                    public int average(List<Integer> cents) {
                        int sum = cents.stream().mapToInt(Integer::intValue).sum();
                        return sum / cents.size(); // fails
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing("java.lang.ArithmeticException", "/ by zero", List.of(), "shop.Prices#average"),
                "shop.Prices",
                "return sum / cents.size();",
                "return cents.isEmpty() ? 0 : sum / cents.size();",
                "new Prices()",
                "new ArrayList<>()");
    }

    @Test
    void constructorOfARecordWithAnInterfaceAndAnEnum() throws IOException {
        project.sample()
                .source("shop.Tax", "package shop; public interface Tax { int percent(String country); }")
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
        project.provedBy(
                project.sample().failing("java.lang.ArithmeticException", "/ by zero", List.of(), "shop.Bill#<init>"),
                "shop.Bill",
                "cents / tax.percent(country.orElse(\"DE\"))",
                "cents / Math.max(1, tax.percent(country.orElse(\"DE\")))",
                "new Bill(");
    }

    @Test
    void nullArgumentWhenNothingElseFails() throws IOException {
        project.sample().source("shop.Names", """
                package shop;
                public class Names {
                    public String initials(String first, String last) {
                        return first.substring(0, Math.min(1, first.length()))
                                + last.trim(); // fails
                    }
                }
                """);
        project.provedBy(
                project.sample()
                        .failing(
                                "java.lang.NullPointerException",
                                "Cannot invoke \"String.trim()\" because \"last\" is null",
                                List.of(),
                                "shop.Names#initials"),
                "shop.Names",
                "last.trim()",
                "(last == null ? \"\" : last.trim())",
                ", null)");
    }
}
