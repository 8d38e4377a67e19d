public class Milliseconds {
    public static long ofDays(int days) {
        return days * 24 * 60 * 60 * 1000;
    }

    public static long ofHours(int hours) {
        return hours * 3_600_000L;
    }
}
