import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class PasswordTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        assertEquals(true, Password.strong("Secret123"));
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        assertEquals(false, Password.strong("secret123"));
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        assertEquals(false, Password.strong("SECRETxyz"));
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        assertEquals(false, Password.strong("Ab1"));
    }

    @Test(timeout = 3000)
    public void case5() throws Exception {
        assertEquals(false, Password.strong("lowercase"));
    }
}
