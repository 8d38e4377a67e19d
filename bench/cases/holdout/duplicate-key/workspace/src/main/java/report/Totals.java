package report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Adds up what was sold. */
public final class Totals {
    private Totals() {}

    /** A sale. */
    public record Sale(String shop, int amount) {}

    /** What each shop sold in all. */
    public static Map<String, Integer> byShop(List<Sale> sales) {
        return sales.stream().collect(Collectors.toMap(Sale::shop, Sale::amount));
    }

    /** What each shop's biggest sale was. */
    public static Map<String, Integer> biggest(List<Sale> sales) {
        Map<String, Integer> biggest = new LinkedHashMap<>();
        for (Sale sale : sales) {
            biggest.merge(sale.shop(), sale.amount(), Math::max);
        }
        return biggest;
    }

    public static void main(String[] args) {
        System.out.println(byShop(List.of(new Sale("north", 3), new Sale("south", 4), new Sale("north", 5))));
    }
}
