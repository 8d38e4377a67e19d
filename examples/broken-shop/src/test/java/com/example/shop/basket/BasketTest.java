package com.example.shop.basket;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class BasketTest {

    @Test
    void itemIsTakenOut() {
        Basket basket = new Basket(List.of("desk", "lamp", "chair"));
        basket.remove("lamp");
        assertEquals(List.of("desk", "chair"), basket.items());
    }

    @Test
    void unknownItemChangesNothing() {
        Basket basket = new Basket(List.of("desk", "lamp", "chair"));
        basket.remove("sofa");
        assertEquals(List.of("desk", "lamp", "chair"), basket.items());
    }

    @Test
    void emptyBasketStaysEmpty() {
        Basket basket = new Basket(List.of());
        basket.remove("lamp");
        assertEquals(List.of(), basket.items());
    }

    @Test
    void piecesAreCounted() {
        Basket basket = new Basket(List.of("lamp", "desk", "lamp"));
        assertEquals(2, basket.pieces("lamp"));
        assertEquals(0, basket.pieces("sofa"));
    }

    @Test
    void givenListIsNotChanged() {
        List<String> items = new java.util.ArrayList<>(List.of("desk", "lamp", "chair"));
        assertEquals(List.of("desk", "chair"), new BasketService().without(items, "lamp"));
        assertEquals(List.of("desk", "lamp", "chair"), items);
    }
}
