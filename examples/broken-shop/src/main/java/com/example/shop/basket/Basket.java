package com.example.shop.basket;

import java.util.ArrayList;
import java.util.List;

/** The items a customer chose, in the order of choosing; an item may be in it more than once. */
public final class Basket {
    private final List<String> items;

    public Basket(List<String> items) {
        this.items = new ArrayList<>(items);
    }

    public List<String> items() {
        return List.copyOf(items);
    }

    /** Takes every piece of an item out of the basket. */
    public void remove(String item) {
        for (String each : items) {
            if (each.equals(item)) {
                items.remove(each);
            }
        }
    }

    /** How many pieces of an item are in the basket. */
    public int pieces(String item) {
        int pieces = 0;
        for (String each : items) {
            if (each.equals(item)) {
                pieces++;
            }
        }
        return pieces;
    }
}
