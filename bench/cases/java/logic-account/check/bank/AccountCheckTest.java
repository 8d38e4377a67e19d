package bank;

import static org.junit.Assert.*;

import java.util.*;
import org.junit.Test;

public class AccountCheckTest {
    @Test(timeout = 10000)
    public void behaves() throws Exception {
        Random random = new Random(3);
        Account account = new Account();
        long balance = 0;
        int movements = 0;
        for (int i = 0; i < 300; i++) {
            long amount = random.nextInt(20) - 2;
            if (random.nextBoolean()) {
                if (amount > 0) {
                    account.deposit(amount);
                    balance += amount;
                    movements++;
                }
            } else {
                boolean may = amount > 0 && amount <= balance;
                assertEquals(may, account.withdraw(amount));
                balance -= may ? amount : 0;
                movements += may ? 1 : 0;
            }
            assertEquals(balance, account.balance());
            assertEquals(movements, account.movements());
        }
    }
}
