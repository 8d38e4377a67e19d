package inventory;

/** What lies on the shelves. */
public final class Stock {
    private Stock() {}

    public static int largest(int[] amounts) {
        int largest = amounts[0];
        for (int i = 1; i <= amounts.length; i++) {
            if (amounts[i] > largest) {
                largest = amounts[i];
            }
        }
        return largest;
    }
}
