package rates;

public class Rate {
    public static int percent(int part, int whole) {
        return part * 100 / whole;
    }

    public static int share(int part, int whole) {
        if (whole == 0) {
            return 0;
        }
        return part / whole;
    }
}
