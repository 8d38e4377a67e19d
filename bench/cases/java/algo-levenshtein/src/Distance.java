public class Distance {
    public static int between(String one, String other) {
        if (one.isEmpty() || other.isEmpty()) {
            return one.length() + other.length();
        }
        if (one.charAt(0) == other.charAt(0)) {
            return 1 + between(one.substring(1), other.substring(1));
        }
        int replaced = between(one.substring(1), other.substring(1));
        int dropped = between(one.substring(1), other);
        int added = between(one, other.substring(1));
        return 1 + Math.min(replaced, Math.min(dropped, added));
    }
}
