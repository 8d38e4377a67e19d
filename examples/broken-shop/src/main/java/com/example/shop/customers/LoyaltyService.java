package com.example.shop.customers;

import java.util.logging.Logger;

/** Rewards those who come back. */
public final class LoyaltyService {
    private static final Logger LOG = Logger.getLogger(LoyaltyService.class.getName());
    private static final int POINTS_PER_PERCENT = 60;
    private static final int MOST_PERCENT = 10;

    private final Profiles profiles = new Profiles();

    /** The discount of a customer: a percent for every 60 points, at most 10; none before the third visit. */
    public int discountPercent(String customer) {
        LOG.info("discount customer=" + customer);
        if (profiles.visits(customer) < 3) {
            return 0;
        }
        return Math.min(MOST_PERCENT, profiles.points(customer) / POINTS_PER_PERCENT);
    }
}
