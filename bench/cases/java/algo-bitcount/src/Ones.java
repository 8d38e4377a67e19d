public class Ones {
    /** How many bits of a number are set. */
    public static int in(int word) {
        int ones = 0;
        while (word != 0) {
            word ^= word - 1;
            ones++;
        }
        return ones;
    }
}
