package dev.tracemend.tailer.faults;

import java.util.OptionalLong;
import java.util.SplittableRandom;

/** The text of a case's lines, a function of their numbers: what arrives can be compared byte for byte. */
record FaultLines(long seed) {
    private static final int BLOCK = 50;
    private static final int TRACE = 20;
    private static final String[] WORDS = {
        "order", "paid", "shipped", "größer", "naïve", "日本語", "😀", "stock", "retry…", "Ω", "cart", "of", "customer"
    };

    /** The line of a number, without its end. Five of fifty are a failure with its stack trace. */
    String text(long n) {
        int place = (int) (n % BLOCK) - TRACE;
        return switch (place) {
            case 0 -> stamp(n) + " ERROR [worker-1] app.Orders - n=" + n + " failed" + words(n);
            case 1 -> "java.lang.IllegalStateException: n=" + n + " no such order";
            case 2, 3, 4 ->
                "\tat app.orders.Orders.place" + place + "(Orders.java:" + (10 + place) + ") ~[n=" + n + "]";
            default -> stamp(n) + " INFO [worker-1] app.Orders - n=" + n + words(n);
        };
    }

    /** The number that a line of text bears, if it is whole and unchanged. */
    OptionalLong number(String line) {
        int at = line.indexOf("n=");
        long n = 0;
        int digits = 0;
        for (int i = at + 2;
                at >= 0 && i < line.length() && digits < 12 && Character.digit(line.charAt(i), 10) >= 0;
                i++) {
            n = 10 * n + Character.digit(line.charAt(i), 10);
            digits++;
        }
        return digits > 0 && text(n).equals(line) ? OptionalLong.of(n) : OptionalLong.empty();
    }

    private static String stamp(long n) {
        return "2026-11-21 10:%02d:%02d.%03d".formatted(n / 60_000 % 60, n / 1_000 % 60, n % 1_000);
    }

    private String words(long n) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + n);
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(3, 16); i > 0; i--) {
            text.append(' ').append(WORDS[random.nextInt(WORDS.length)]);
        }
        return text.toString();
    }
}
