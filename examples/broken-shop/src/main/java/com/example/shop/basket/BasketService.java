package com.example.shop.basket;

import java.util.List;
import java.util.logging.Logger;

/** Changes baskets; the customer's browser keeps them. */
public final class BasketService {
    private static final Logger LOG = Logger.getLogger(BasketService.class.getName());

    /** The basket's items once an item is gone. */
    public List<String> without(List<String> items, String item) {
        LOG.info("without items=" + items + " item=" + item);
        Basket basket = new Basket(items);
        basket.remove(item);
        return basket.items();
    }
}
