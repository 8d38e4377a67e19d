package com.example.shop.inventory;

/** A line of the supplier's file: {@code sku;units} or {@code sku;units;cents}. */
public final class StockLine {
    private final String[] fields;

    public StockLine(String line) {
        fields = line.split(";");
    }

    public String sku() {
        return fields[0].trim();
    }

    public int units() {
        return wholeNumber(fields[1]);
    }

    /** The price, or 0 where the supplier left it out. */
    public int cents() {
        return fields.length < 3 ? 0 : Integer.parseInt(fields[2].trim());
    }

    /** A field as a number. */
    public static int wholeNumber(String field) {
        return Integer.parseInt(field);
    }
}
