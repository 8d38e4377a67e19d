public class Tariff {
    public static int price(String zone, int kilograms) {
        int base = 0;
        switch (zone) {
            case "local":
                base = 3;
                break;
            case "country":
                base = 5;
            case "world":
                base = 12;
                break;
            default:
                base = 20;
        }
        return base + 2 * kilograms;
    }
}
