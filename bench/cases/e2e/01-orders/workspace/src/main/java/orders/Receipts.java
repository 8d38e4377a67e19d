package orders;

import java.util.Map;

/** What an order costs; price and name are always given, a note and a voucher may be absent. */
public final class Receipts {
    public int total(Map<String, String> order) {
        int price = Integer.parseInt(order.get("price"));
        return price - order.get("voucher").length();
    }

    public String label(Map<String, String> order) {
        return order.get("name") + order.getOrDefault("note", "");
    }
}
