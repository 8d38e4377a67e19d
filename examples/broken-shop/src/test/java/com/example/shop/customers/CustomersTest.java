package com.example.shop.customers;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class CustomersTest {
    private final Profiles profiles = new Profiles();

    @Test
    void pointsAreKnown() {
        assertEquals(120, profiles.points("ada"));
    }

    @Test
    void strangersHaveNoPoints() {
        assertEquals(0, profiles.points("alan"));
    }

    @Test
    void visitsAreKnown() {
        assertEquals(14, profiles.visits("ada"));
        assertEquals(31, profiles.visits("grace"));
        assertEquals(0, profiles.visits("alan"));
    }

    @Test
    void citiesAreKnown() {
        assertEquals("New York", profiles.city("grace"));
        assertEquals("", profiles.city("alan"));
    }

    @Test
    void sixtyPointsAreAPercent() {
        assertEquals(2, new LoyaltyService().discountPercent("ada"));
    }

    @Test
    void strangersGetNoDiscount() {
        assertEquals(0, new LoyaltyService().discountPercent("alan"));
    }
}
