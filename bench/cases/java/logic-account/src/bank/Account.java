package bank;

public class Account {
    private long balance;
    private int movements;

    public void deposit(long amount) {
        if (amount <= 0) {
            throw new IllegalArgumentException("amount");
        }
        balance += amount;
        movements++;
    }

    public boolean withdraw(long amount) {
        if (amount <= 0 || amount > balance) {
            return false;
        }
        balance -= amount;
        return true;
    }

    public long balance() {
        return balance;
    }

    public int movements() {
        return movements;
    }
}
