package store;

public final class Checkout {
    private final Inventory inventory;

    public Checkout(Inventory inventory) {
        this.inventory = inventory;
    }

    public String buy(String sku, int amount) {
        return inventory.reserve(sku, amount) ? "ok" : "sold out";
    }
}
