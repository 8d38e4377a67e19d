import java.util.List;
import java.util.Map;
import report.Totals;
import report.Totals.Sale;

public final class Check {
    public static void main(String[] args) {
        List<Sale> sales = List.of(new Sale("a", 3), new Sale("b", 4), new Sale("a", 5));
        if (!Totals.byShop(sales).equals(Map.of("a", 8, "b", 4))) {
            throw new AssertionError(Totals.byShop(sales));
        }
    }
}
