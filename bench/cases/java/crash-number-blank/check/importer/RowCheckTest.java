package importer;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class RowCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(12, Row.amount(" 12"));
        assertEquals(7, Row.amount("7 "));
        assertEquals(3, Row.amount("3"));
    }
}
