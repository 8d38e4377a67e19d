public class Root {
    /** The square root up to an error, by Newton. */
    public static double of(double x, double error) {
        double guess = x / 2;
        while (Math.abs(x - guess) > error) {
            guess = 0.5 * (guess + x / guess);
        }
        return guess;
    }
}
