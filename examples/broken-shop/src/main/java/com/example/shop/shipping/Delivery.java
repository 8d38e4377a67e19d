package com.example.shop.shipping;

import java.util.Locale;

/** How a parcel travels, and how many days that takes at home. */
public enum Delivery {
    STANDARD(3),
    EXPRESS(1),
    PICKUP(0);

    private final int days;

    Delivery(int days) {
        this.days = days;
    }

    /** The delivery a customer chose, by its name. */
    public static Delivery named(String delivery) {
        return Delivery.valueOf(delivery);
    }

    public int days() {
        return days;
    }

    /** The word on the parcel's label. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }
}
