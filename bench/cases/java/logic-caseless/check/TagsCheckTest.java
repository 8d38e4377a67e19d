import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class TagsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Tags tags = new Tags();
        for (String tag : List.of("One", "tWO", " three")) {
            tags.add(tag);
            assertTrue(tags.has(tag) && tags.has(tag.toUpperCase()) && tags.has(tag.toLowerCase()));
        }
        assertFalse(tags.has("four"));
    }
}
