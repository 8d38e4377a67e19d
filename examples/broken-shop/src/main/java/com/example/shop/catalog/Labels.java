package com.example.shop.catalog;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The labels that are printed for a product. */
public final class Labels {
    private final Map<String, List<String>> bySku = new HashMap<>();

    public Labels() {
        bySku.put("lamp", List.of("light", "fragile"));
        bySku.put("desk", List.of("heavy"));
    }

    /** A product's labels and the season's, the season's last; a product we do not know yet is new. */
    public List<String> forSeason(String sku, String season) {
        List<String> labels = List.of("new");
        if (bySku.containsKey(sku)) {
            labels = new ArrayList<>(bySku.get(sku));
        }
        labels.add(season);
        return labels;
    }

    public boolean isFragile(String sku) {
        return bySku.getOrDefault(sku, List.of()).contains("fragile");
    }
}
