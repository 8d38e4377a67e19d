package shop;

public class Order {
    private final int quantity;
    private final long price;
    private final long shipping;

    public Order(int quantity, long price, long shipping) {
        this.quantity = quantity;
        this.price = price;
        this.shipping = shipping;
    }

    public long goods() {
        return quantity * price;
    }

    /** Ten per cent off the goods from one hundred on; shipping is never reduced. */
    public long total() {
        long goods = goods();
        long reduction = goods >= 100 ? goods / 10 : 0;
        return goods - reduction + quantity;
    }
}
