package com.example.shop.catalog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class CatalogTest {
    private final Labels labels = new Labels();

    @Test
    void seasonComesLast() {
        assertEquals(List.of("light", "fragile", "winter"), labels.forSeason("lamp", "winter"));
        assertEquals(List.of("heavy", "summer"), labels.forSeason("desk", "summer"));
    }

    @Test
    void seasonsDoNotPileUp() {
        labels.forSeason("desk", "summer");
        assertEquals(List.of("heavy", "winter"), labels.forSeason("desk", "winter"));
    }

    @Test
    void onlyTheLampIsFragile() {
        assertTrue(labels.isFragile("lamp"));
        assertFalse(labels.isFragile("desk"));
        assertFalse(labels.isFragile("hammock"));
    }

    @Test
    void fragileProductsGetAWarning() {
        assertEquals(
                List.of("light", "fragile", "winter", "this side up"), new CatalogService().labels("lamp", "winter"));
    }
}
