package com.example.shop.payments;

/** A payment could not be made; nothing was charged. */
public final class PaymentException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public PaymentException(String message, Throwable cause) {
        super(message, cause);
    }
}
