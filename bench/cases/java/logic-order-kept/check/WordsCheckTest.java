import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class WordsCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        assertEquals(List.of("q=1", "m=3", "c=1", "z=1", "d=1"), Words.counted("q m c m z m d"));
        assertEquals(List.of("zz=1", "y=1", "xxx=1", "b=1"), Words.counted("zz y xxx b"));
    }
}
