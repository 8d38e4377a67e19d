public final class Check {
    public static void main(String[] args) {
        till.Receipt receipt = new till.Receipt();
        receipt.add("tea", 2, 3.25);
        receipt.add("cup", 1, 0.99);
        String total = receipt.text().strip().replaceAll("(?s).*total\\s+", "");
        if (!total.matches("7\\.490*") || !receipt.text().startsWith("tea          2 x   3.25")) {
            throw new AssertionError(receipt.text());
        }
    }
}
