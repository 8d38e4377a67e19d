package com.example.shop.customers;

import java.util.HashMap;
import java.util.Map;

/** What we know of our customers: lines {@code customer.name=value} as the old shop and this one write them. */
public final class Profiles {
    private final Map<String, Object> values = new HashMap<>();

    public Profiles() {
        load("ada.points=120");
        load("ada.visits=14");
        load("ada.city=London");
        load("grace.points=480L");
        load("grace.visits=31L");
        load("grace.city=New York");
    }

    /** The loyalty points of a customer, 0 where there are none. */
    public int points(String customer) {
        return (Integer) values.getOrDefault(customer + ".points", 0);
    }

    /** How often a customer was here. */
    public int visits(String customer) {
        return ((Number) values.getOrDefault(customer + ".visits", 0)).intValue();
    }

    /** Where a customer lives, empty where unknown. */
    public String city(String customer) {
        return String.valueOf(values.getOrDefault(customer + ".city", ""));
    }

    private void load(String line) {
        int equals = line.indexOf('=');
        values.put(line.substring(0, equals), value(line.substring(equals + 1)));
    }

    /** The old shop ended its numbers in L. */
    private static Object value(String text) {
        if (text.matches("\\d+L")) {
            return Long.valueOf(text.substring(0, text.length() - 1));
        }
        return text.matches("\\d+") ? (Object) Integer.valueOf(text) : text;
    }
}
