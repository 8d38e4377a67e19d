package com.example.shop.orders;

import com.example.shop.payments.PaymentGateway;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Logger;

/** Takes orders and has them paid. */
public final class OrderService {
    private static final Logger LOG = Logger.getLogger(OrderService.class.getName());
    private static final int MOST_PIECES = 100;

    private final PaymentGateway gateway;
    private final AtomicInteger lastNumber = new AtomicInteger(1000);

    public OrderService(PaymentGateway gateway) {
        this.gateway = gateway;
    }

    /** Takes an order of 1 to 100 pieces. */
    public Order place(String sku, int quantity) {
        LOG.info("order sku=" + sku + " quantity=" + quantity);
        checkQuantity(quantity);
        return new Order(lastNumber.incrementAndGet(), sku, quantity);
    }

    /** Has an order paid and returns the receipt. */
    public String pay(int order, int cents) {
        LOG.info("pay order=" + order + " cents=" + cents);
        return gateway.charge(order, cents);
    }

    private static void checkQuantity(int quantity) {
        if (quantity <= 0) {
            throw new BadRequestException("quantity must be positive, got " + quantity);
        }
        if (quantity > MOST_PIECES) {
            throw new BadRequestException("quantity must be at most " + MOST_PIECES + ", got " + quantity);
        }
    }
}
