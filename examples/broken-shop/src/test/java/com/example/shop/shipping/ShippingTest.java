package com.example.shop.shipping;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class ShippingTest {
    private final ShippingRates rates = new ShippingRates();
    private final ShippingService service = new ShippingService();

    @Test
    void firstKiloHasAPriceByCountry() {
        assertEquals(490, rates.firstKilo("DE"));
        assertEquals(790, rates.firstKilo("AT"));
        assertEquals(1290, rates.firstKilo("CH"));
        assertEquals(890, rates.firstKilo("FR"));
    }

    @Test
    void expressCostsTwiceAsMuch() {
        assertEquals(980, rates.firstKiloExpress("DE"));
        assertEquals(2580, rates.firstKiloExpress("CH"));
    }

    @Test
    void expressGoesAllOverTheWorld() {
        assertEquals(4980, rates.firstKiloExpress("JP"));
    }

    @Test
    void startedKilosCount() {
        assertEquals(0, rates.furtherKilos(1000));
        assertEquals(110, rates.furtherKilos(1001));
        assertEquals(220, rates.furtherKilos(3000));
    }

    @Test
    void nothingWeighsLessThanAKilo() {
        assertEquals(0, rates.furtherKilos(0));
    }

    @Test
    void quoteAddsFirstAndFurtherKilos() {
        assertEquals(490, service.quote("DE", 500));
        assertEquals(1110, service.quote("FR", 2500));
    }

    @Test
    void deliveriesAreFoundByName() {
        assertEquals(Delivery.STANDARD, Delivery.named("STANDARD"));
        assertEquals(Delivery.EXPRESS, Delivery.named("EXPRESS"));
        assertEquals(Delivery.PICKUP, Delivery.named("PICKUP"));
    }

    @Test
    void unknownDeliveryIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> Delivery.named("PIGEON"));
    }

    @Test
    void labelsAreInSmallLetters() {
        assertEquals("express", Delivery.EXPRESS.label());
    }

    @Test
    void promiseAddsTwoDaysForABorder() {
        assertEquals(3, service.promise("STANDARD", "DE"));
        assertEquals(5, service.promise("STANDARD", "AT"));
        assertEquals(1, service.promise("EXPRESS", "DE"));
    }
}
