package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.repair.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The planted bugs of the example shop: each is reproduced from its trace, and its expected fix is proved. */
class ShopReproductionIT {
    private static final String SHOP = "com.example.shop.";

    @TempDir
    Path dir;

    /** What the log says, the frames, the line that fails, and what of it is replaced by what. */
    record Bug(
            String type, String message, String log, List<String> frames, String fails, String before, String after) {
        @Override
        public String toString() {
            return frames.get(0);
        }
    }

    static Stream<Bug> bugs() {
        return Stream.of(
                new Bug(
                        "java.lang.NullPointerException",
                        "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of"
                                + " \"java.util.Map.get(Object)\" is null",
                        "failed /shipping/quote country=NZ grams=1200",
                        List.of(
                                "shipping.ShippingRates#firstKilo",
                                "shipping.ShippingService#quote",
                                "web.ShopServer#quote"),
                        "return centsByCountry.get(country)",
                        "centsByCountry.get(country)",
                        "centsByCountry.getOrDefault(country, WORLD_CENTS)"),
                new Bug(
                        "java.lang.ArrayIndexOutOfBoundsException",
                        "Index 6 out of bounds for length 6",
                        "failed /inventory/place sku=desk crates=40",
                        List.of("inventory.Warehouse#firstBayFor", "inventory.InventoryService#place"),
                        "room[bay] >= crates",
                        "bay <= room.length",
                        "bay < room.length"),
                new Bug(
                        "java.util.ConcurrentModificationException",
                        "",
                        "failed /basket/without items=lamp,desk,vase item=lamp",
                        List.of("basket.Basket#remove", "basket.BasketService#without", "web.ShopServer#without"),
                        "for (String each : items)",
                        """
                        for (String each : items) {
                                    if (each.equals(item)) {
                                        items.remove(each);
                                    }
                                }""",
                        "items.removeIf(each -> each.equals(item));"),
                new Bug(
                        "java.lang.ArithmeticException",
                        "/ by zero",
                        "failed /reports/day day=sunday amounts=",
                        List.of("reports.SalesFigures#average", "reports.ReportService#day", "web.ShopServer#day"),
                        "return total(amounts) / amounts.size()",
                        "return total(amounts) / amounts.size()",
                        "return amounts.isEmpty() ? 0 : total(amounts) / amounts.size()"),
                new Bug(
                        "java.lang.NumberFormatException",
                        "For input string: \" 12\"",
                        "import line=\"desk; 12\"",
                        List.of(
                                "inventory.StockLine#wholeNumber",
                                "inventory.StockLine#units",
                                "inventory.InventoryService#importLine"),
                        "return Integer.parseInt(field)",
                        "return Integer.parseInt(field)",
                        "return Integer.parseInt(field.trim())"),
                new Bug(
                        "java.lang.UnsupportedOperationException",
                        "",
                        "failed /catalog/labels sku=vase season=winter",
                        List.of("catalog.Labels#forSeason", "catalog.CatalogService#labels", "web.ShopServer#labels"),
                        "labels.add(season)",
                        "= List.of(\"new\")",
                        "= new ArrayList<>(List.of(\"new\"))"),
                new Bug(
                        "java.lang.ClassCastException",
                        "class java.lang.Long cannot be cast to class java.lang.Integer (java.lang.Long and"
                                + " java.lang.Integer are in module java.base of loader 'bootstrap')",
                        "failed /customers/discount customer=grace",
                        List.of("customers.Profiles#points", "customers.LoyaltyService#discountPercent"),
                        "return (Integer)",
                        "(Integer) values.getOrDefault(customer + \".points\", 0)",
                        "((Number) values.getOrDefault(customer + \".points\", 0)).intValue()"),
                new Bug(
                        "java.lang.IllegalArgumentException",
                        "No enum constant com.example.shop.shipping.Delivery.express",
                        "failed /shipping/promise delivery=express country=AT",
                        List.of(
                                "shipping.Delivery#valueOf",
                                "shipping.Delivery#named",
                                "shipping.ShippingService#promise"),
                        "public enum",
                        "Delivery.valueOf(delivery)",
                        "Delivery.valueOf(delivery.toUpperCase(Locale.ROOT))"));
    }

    @ParameterizedTest
    @MethodSource("bugs")
    void isReproducedAndItsFixProved(Bug bug) throws IOException {
        SampleProject sample = new SampleProject(Files.createDirectory(dir.resolve("shop"))).copy(shop());
        String[] frames = bug.frames().stream().map(SHOP::concat).toArray(String[]::new);
        Evidence evidence =
                sample.failingAt(bug.fails(), bug.type(), bug.message(), List.of("SEVERE " + bug.log()), frames);
        try (Judge judge = Judge.open(sample.project(), evidence, JudgeConfig.in(dir.resolve("scratch")))) {
            assertThat(judge.baseline().problem()).isEmpty();
            assertThat(judge.baseline().testsFailed()).isEmpty();
            assertThat(judge.baseline().reproducer()).contains("@Test");
            String owner = frames[0].substring(0, frames[0].indexOf('#'));
            Judgement judgement = judge.judge(sample.edit(owner, bug.before(), bug.after()));
            assertThat(judgement.proved()).as(judgement.feedback()).isTrue();
        }
    }

    private static Path shop() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("examples/broken-shop"))) {
            folder = folder.getParent();
        }
        assertThat(folder).as("examples/broken-shop above the working folder").isNotNull();
        return folder.resolve("examples/broken-shop");
    }
}
