package com.example.shop.inventory;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Logger;

/** Finds places for crates and takes in what suppliers send. */
public final class InventoryService {
    private static final Logger LOG = Logger.getLogger(InventoryService.class.getName());

    private final Warehouse warehouse = new Warehouse();
    private final Map<String, Integer> units = new ConcurrentHashMap<>();

    /** Where the crates go: a bay, or the yard when no bay has room. */
    public String place(String sku, int crates) {
        LOG.info("place sku=" + sku + " crates=" + crates);
        int bay = warehouse.firstBayFor(crates);
        return bay < 0 ? "yard" : "bay " + bay;
    }

    /** Takes in one line of a supplier's file and returns the units now in stock. */
    public int importLine(String line) {
        LOG.info("import line=\"" + line + "\"");
        StockLine stock = new StockLine(line);
        return units.merge(stock.sku(), stock.units(), Integer::sum);
    }
}
