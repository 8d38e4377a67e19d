package com.example.shop.reports;

import java.util.Collections;
import java.util.List;

/** Figures over the amounts of a day's baskets, in cents. */
public final class SalesFigures {

    public int total(List<Integer> amounts) {
        int total = 0;
        for (int amount : amounts) {
            total += amount;
        }
        return total;
    }

    /** The largest basket, 0 on a day without any. */
    public int highest(List<Integer> amounts) {
        if (amounts.isEmpty()) {
            return 0;
        }
        return Collections.max(amounts);
    }

    /** The average basket, rounded down. */
    public int average(List<Integer> amounts) {
        return total(amounts) / amounts.size();
    }
}
