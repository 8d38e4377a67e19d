public class Password {
    public static boolean strong(String text) {
        boolean digit = false;
        boolean upper = false;
        for (char c : text.toCharArray()) {
            digit |= Character.isDigit(c);
            upper |= Character.isUpperCase(c);
        }
        return text.length() >= 8 && (digit || upper);
    }
}
