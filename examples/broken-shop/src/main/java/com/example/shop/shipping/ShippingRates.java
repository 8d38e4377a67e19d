package com.example.shop.shipping;

import java.util.HashMap;
import java.util.Map;

/** What a parcel costs by country, in cents. */
public final class ShippingRates {
    private static final int WORLD_CENTS = 2490;
    private static final int CENTS_PER_KILO = 110;

    private final Map<String, Integer> centsByCountry = new HashMap<>();

    public ShippingRates() {
        centsByCountry.put("DE", 490);
        centsByCountry.put("AT", 790);
        centsByCountry.put("CH", 1290);
        centsByCountry.put("FR", 890);
    }

    /** The price of the first kilo. */
    public int firstKilo(String country) {
        return centsByCountry.get(country);
    }

    /** The price of the first kilo when it must arrive the next day. */
    public int firstKiloExpress(String country) {
        return 2 * centsByCountry.getOrDefault(country, WORLD_CENTS);
    }

    /** What every further kilo adds; a started kilo counts. */
    public int furtherKilos(int grams) {
        int kilos = (grams + 999) / 1000;
        return Math.max(0, kilos - 1) * CENTS_PER_KILO;
    }
}
