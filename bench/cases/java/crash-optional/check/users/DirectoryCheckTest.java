package users;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class DirectoryCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals("", new Directory(List.of("ann")).find("q"));
        assertEquals("ann", new Directory(List.of("bob", "ann")).find("a"));
    }
}
