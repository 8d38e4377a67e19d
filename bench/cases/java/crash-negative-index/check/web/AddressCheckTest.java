package web;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class AddressCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("example", Address.host("example"));
        assertEquals("a", Address.host("a:80"));
    }
}
