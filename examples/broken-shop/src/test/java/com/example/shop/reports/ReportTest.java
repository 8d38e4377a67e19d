package com.example.shop.reports;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

class ReportTest {
    private final SalesFigures figures = new SalesFigures();

    @Test
    void totalAddsAmounts() {
        assertEquals(9470, figures.total(List.of(1990, 4990, 2490)));
        assertEquals(0, figures.total(List.of()));
    }

    @Test
    void highestIsTheLargest() {
        assertEquals(4990, figures.highest(List.of(1990, 4990, 2490)));
    }

    @Test
    void highestOfNothingIsZero() {
        assertEquals(0, figures.highest(List.of()));
    }

    @Test
    void averageIsRoundedDown() {
        assertEquals(3156, figures.average(List.of(1990, 4990, 2490)));
        assertEquals(2, figures.average(List.of(1, 2, 3, 4)));
    }

    @Test
    void averageOfOneIsItself() {
        assertEquals(1990, figures.average(List.of(1990)));
    }

    @Test
    void dayHasAllFigures() {
        assertEquals(
                "friday: total 9470, highest 4990, average 3156",
                new ReportService().day("friday", List.of(1990, 4990, 2490)));
    }
}
