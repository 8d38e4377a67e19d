package com.example.shop.inventory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class InventoryTest {
    private final Warehouse warehouse = new Warehouse();
    private final InventoryService service = new InventoryService();

    @Test
    void firstBayWithRoomIsChosen() {
        assertEquals(0, warehouse.firstBayFor(4));
        assertEquals(2, warehouse.firstBayFor(5));
        assertEquals(2, warehouse.firstBayFor(12));
    }

    @Test
    void lastBayIsTheLargest() {
        assertEquals(5, warehouse.firstBayFor(13));
        assertEquals(5, warehouse.firstBayFor(20));
    }

    @Test
    void totalRoomAddsAllBays() {
        assertEquals(50, warehouse.totalRoom());
    }

    @Test
    void cratesGoToABay() {
        assertEquals("bay 2", service.place("desk", 9));
        assertEquals("bay 0", service.place("lamp", 1));
    }

    @Test
    void lineHoldsSkuUnitsAndPrice() {
        StockLine line = new StockLine("lamp;12; 1990");
        assertEquals("lamp", line.sku());
        assertEquals(12, line.units());
        assertEquals(1990, line.cents());
    }

    @Test
    void skuMayBePadded() {
        assertEquals("lamp", new StockLine(" lamp ;12").sku());
    }

    @Test
    void priceMayBeLeftOut() {
        assertEquals(0, new StockLine("lamp;12").cents());
    }

    @Test
    void unitsMayBeTakenBack() {
        assertEquals(-4, StockLine.wholeNumber("-4"));
    }

    @Test
    void wordsAreNoUnits() {
        assertThrows(NumberFormatException.class, () -> StockLine.wholeNumber("many"));
        assertThrows(NumberFormatException.class, () -> StockLine.wholeNumber(""));
    }

    @Test
    void importsAddUp() {
        assertEquals(12, service.importLine("chair;12"));
        assertEquals(15, service.importLine("chair;3"));
        assertEquals(3, service.importLine("sofa;3"));
    }
}
