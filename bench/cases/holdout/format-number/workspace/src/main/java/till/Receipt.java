package till;

/** Prints receipts. */
public final class Receipt {
    private final StringBuilder lines = new StringBuilder();
    private double sum;

    /** Adds a line for some pieces of an article at a price each. */
    public void add(String article, int pieces, double price) {
        sum += pieces * price;
        lines.append(String.format(java.util.Locale.ROOT, "%-10s %3d x %6.2f%n", article, pieces, price));
    }

    /** The receipt with its total. */
    public String text() {
        return lines + String.format(java.util.Locale.ROOT, "%-10s %12d%n", "total", sum);
    }

    public static void main(String[] args) {
        Receipt receipt = new Receipt();
        receipt.add(args[0], Integer.parseInt(args[1]), Double.parseDouble(args[2]));
        System.out.print(receipt.text());
    }
}
