package com.example.shop.shipping;

import java.util.logging.Logger;

/** Quotes prices and promises days. */
public final class ShippingService {
    private static final Logger LOG = Logger.getLogger(ShippingService.class.getName());
    private static final String HOME = "DE";
    private static final int BORDER_DAYS = 2;

    private final ShippingRates rates = new ShippingRates();

    /** The price of a parcel in cents. */
    public int quote(String country, int grams) {
        LOG.info("quote country=" + country + " grams=" + grams);
        return rates.firstKilo(country) + rates.furtherKilos(grams);
    }

    /** The days until the parcel is there. */
    public int promise(String delivery, String country) {
        LOG.info("promise delivery=" + delivery + " country=" + country);
        Delivery chosen = Delivery.named(delivery);
        return chosen.days() + (HOME.equals(country) ? 0 : BORDER_DAYS);
    }
}
