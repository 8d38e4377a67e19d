import com.example.shop.basket.BasketService;
import com.example.shop.catalog.CatalogService;
import com.example.shop.customers.LoyaltyService;
import com.example.shop.customers.Profiles;
import com.example.shop.inventory.InventoryService;
import com.example.shop.inventory.StockLine;
import com.example.shop.orders.BadRequestException;
import com.example.shop.orders.OrderService;
import com.example.shop.payments.PaymentException;
import com.example.shop.payments.PaymentGateway;
import com.example.shop.reports.ReportService;
import com.example.shop.reports.SalesFigures;
import com.example.shop.shipping.Delivery;
import com.example.shop.shipping.ShippingRates;
import com.example.shop.shipping.ShippingService;
import java.util.List;
import java.util.Objects;
import java.util.logging.LogManager;

/**
 * Drives the services of a shop on the class path: a line {@code ok NAME} where the fault is gone and everything else is
 * as before, else {@code FAIL NAME: why}. The exit code is the number of failures.
 */
public final class Checks {
    private int failures;

    public static void main(String[] args) {
        LogManager.getLogManager().reset();
        Checks checks = new Checks();
        checks.run();
        System.exit(checks.failures);
    }

    private void run() {
        check("shipping-rate", Checks::shippingRate);
        check("warehouse-bay", Checks::warehouseBay);
        check("basket-remove", Checks::basketRemove);
        check("report-average", Checks::reportAverage);
        check("stock-import", Checks::stockImport);
        check("catalog-labels", Checks::catalogLabels);
        check("loyalty-points", Checks::loyaltyPoints);
        check("delivery-name", Checks::deliveryName);
        check("payment-untouched", Checks::paymentUntouched);
        check("order-untouched", Checks::orderUntouched);
    }

    private void check(String name, Runnable check) {
        try {
            check.run();
            System.out.println("ok " + name);
        } catch (RuntimeException | AssertionError e) {
            failures++;
            System.out.println("FAIL " + name + ": " + e);
        }
    }

    private static void shippingRate() {
        ShippingService service = new ShippingService();
        ShippingRates rates = new ShippingRates();
        same(2490, service.quote("IS", 100));
        same(2600, service.quote("MT", 1500));
        same(490, service.quote("DE", 500));
        same(1400, service.quote("CH", 2000));
        same(4980, rates.firstKiloExpress("JP"));
        same(1780, rates.firstKiloExpress("FR"));
    }

    private static void warehouseBay() {
        InventoryService service = new InventoryService();
        same("yard", service.place("sofa", 40));
        same("yard", service.place("sofa", 21));
        same("bay 5", service.place("sofa", 20));
        same("bay 2", service.place("desk", 9));
        same("bay 0", service.place("lamp", 0));
    }

    private static void basketRemove() {
        BasketService service = new BasketService();
        same(List.of("desk", "chair"), service.without(List.of("lamp", "desk", "lamp", "chair"), "lamp"));
        same(List.of(), service.without(List.of("lamp", "lamp", "lamp"), "lamp"));
        same(List.of("desk"), service.without(List.of("desk", "lamp"), "lamp"));
        same(List.of("desk", "chair"), service.without(List.of("desk", "lamp", "chair"), "lamp"));
        same(List.of("desk", "chair", "desk"), service.without(List.of("desk", "chair", "desk"), "lamp"));
    }

    private static void reportAverage() {
        SalesFigures figures = new SalesFigures();
        same(0, figures.average(List.of()));
        same(3156, figures.average(List.of(1990, 4990, 2490)));
        same(7, figures.average(List.of(7)));
        same("sunday: total 0, highest 0, average 0", new ReportService().day("sunday", List.of()));
    }

    private static void stockImport() {
        InventoryService service = new InventoryService();
        same(12, service.importLine("lamp; 12"));
        same(15, service.importLine("lamp;3 "));
        same(7, service.importLine("desk;7;1990"));
        same(-4, StockLine.wholeNumber(" -4 "));
        refused(NumberFormatException.class, () -> StockLine.wholeNumber("many"));
        refused(NumberFormatException.class, () -> StockLine.wholeNumber("1 2"));
    }

    private static void catalogLabels() {
        CatalogService service = new CatalogService();
        same(List.of("new", "summer"), service.labels("hammock", "summer"));
        same(List.of("new", "winter"), service.labels("hammock", "winter"));
        same(List.of("heavy", "summer"), service.labels("desk", "summer"));
        same(List.of("light", "fragile", "winter", "this side up"), service.labels("lamp", "winter"));
    }

    private static void loyaltyPoints() {
        LoyaltyService service = new LoyaltyService();
        same(8, service.discountPercent("grace"));
        same(2, service.discountPercent("ada"));
        same(0, service.discountPercent("alan"));
        same(480, new Profiles().points("grace"));
    }

    private static void deliveryName() {
        ShippingService service = new ShippingService();
        same(1, service.promise("express", "DE"));
        same(3, service.promise("Express", "FR"));
        same(5, service.promise("STANDARD", "AT"));
        same(Delivery.PICKUP, Delivery.named("pickup"));
        refused(IllegalArgumentException.class, () -> Delivery.named("pigeon"));
    }

    private static void paymentUntouched() {
        OrderService orders = new OrderService(new PaymentGateway("127.0.0.1", 9));
        refused(PaymentException.class, () -> orders.pay(1001, 4990));
    }

    private static void orderUntouched() {
        OrderService orders = new OrderService(new PaymentGateway("127.0.0.1", 9));
        refused(BadRequestException.class, () -> orders.place("chair", -3));
        refused(BadRequestException.class, () -> orders.place("chair", 0));
        refused(BadRequestException.class, () -> orders.place("chair", 101));
        same(3, orders.place("chair", 3).quantity());
    }

    private static void same(Object expected, Object found) {
        if (!Objects.equals(expected, found)) {
            throw new AssertionError("expected " + expected + ", found " + found);
        }
    }

    private static void refused(Class<? extends RuntimeException> type, Runnable call) {
        try {
            call.run();
        } catch (RuntimeException e) {
            if (type.isInstance(e)) {
                return;
            }
            throw e;
        }
        throw new AssertionError("expected a " + type.getSimpleName());
    }
}
