package com.example.shop.catalog;

import java.util.List;
import java.util.logging.Logger;

/** What the shop window shows of a product. */
public final class CatalogService {
    private static final Logger LOG = Logger.getLogger(CatalogService.class.getName());

    private final Labels labels = new Labels();

    /** The labels of a product in a season, with a warning for what breaks. */
    public List<String> labels(String sku, String season) {
        LOG.info("labels sku=" + sku + " season=" + season);
        List<String> all = labels.forSeason(sku, season);
        if (labels.isFragile(sku)) {
            all.add("this side up");
        }
        return all;
    }
}
