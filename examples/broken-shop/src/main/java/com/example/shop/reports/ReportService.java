package com.example.shop.reports;

import java.util.List;
import java.util.logging.Logger;

/** Writes the reports the owner reads in the evening. */
public final class ReportService {
    private static final Logger LOG = Logger.getLogger(ReportService.class.getName());

    private final SalesFigures figures = new SalesFigures();

    /** One line on a day. */
    public String day(String day, List<Integer> amounts) {
        LOG.info("report day=" + day + " amounts=" + amounts);
        return day + ": total " + figures.total(amounts) + ", highest " + figures.highest(amounts) + ", average "
                + figures.average(amounts);
    }
}
