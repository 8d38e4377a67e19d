package com.example.shop.orders;

/** An order that was taken. */
public record Order(int number, String sku, int quantity) {}
