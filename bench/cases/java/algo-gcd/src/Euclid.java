public class Euclid {
    /** The greatest common divisor of two numbers, not both zero. */
    public static long divisor(long first, long second) {
        if (second == 0) {
            return Math.abs(first);
        }
        return divisor(second, second % first);
    }
}
