package bank;

/** What a transfer costs, in cents. */
public final class Fees {
    private Fees() {}

    /** A hundredth of the amount, at least 25 and at most 500; nothing below 1000 for members. */
    public static int of(int amount, boolean member) {
        if (member && amount > 1000) {
            return 0;
        }
        int fee = amount / 100;
        return Math.max(25, Math.min(fee, 500));
    }
}
