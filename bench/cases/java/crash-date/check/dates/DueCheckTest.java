package dates;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DueCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(java.time.LocalDate.of(2026, 3, 1), Due.parse(" 2026-03-01"));
        assertEquals(java.time.LocalDate.of(2026, 3, 1), Due.parse("2026-03-01"));
    }
}
