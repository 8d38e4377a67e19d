package com.example.shop.orders;

/** The customer asked for something that cannot be; the answer is 400. */
public final class BadRequestException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadRequestException(String message) {
        super(message);
    }
}
