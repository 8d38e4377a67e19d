public class Digits {
    private static final String ALL = "0123456789abcdefghijklmnopqrstuvwxyz";

    /** A positive number written with a base from 2 to 36. */
    public static String of(int number, int base) {
        String digits = "";
        while (number > 0) {
            digits = digits + ALL.charAt(number % base);
            number = number / base;
        }
        return digits;
    }
}
