package bank;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class AccountTest {
    @Test(timeout = 3000)
    public void case1() throws Exception {
        Account a = new Account(); a.deposit(10); assertTrue(a.withdraw(4)); assertEquals(6, a.balance()); assertEquals(2, a.movements());
    }

    @Test(timeout = 3000)
    public void case2() throws Exception {
        Account a = new Account(); a.deposit(10); assertFalse(a.withdraw(11)); assertEquals(1, a.movements());
    }

    @Test(timeout = 3000)
    public void case3() throws Exception {
        Account a = new Account(); a.deposit(10); a.deposit(1); assertEquals(2, a.movements());
    }

    @Test(timeout = 3000)
    public void case4() throws Exception {
        Account a = new Account(); assertFalse(a.withdraw(-1)); assertEquals(0, a.movements());
    }
}
