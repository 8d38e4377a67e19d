package undo;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class HistoryCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        History h = new History();
        assertEquals("", h.undo());
        h.did("x");
        assertEquals("x", h.undo());
    }
}
