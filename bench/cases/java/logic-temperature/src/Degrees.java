public class Degrees {
    public static double toCelsius(double fahrenheit) {
        return fahrenheit - 32 * 5 / 9.0;
    }

    public static double toFahrenheit(double celsius) {
        return celsius * 9 / 5.0 + 32;
    }
}
