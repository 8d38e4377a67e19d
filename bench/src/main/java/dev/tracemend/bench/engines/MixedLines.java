package dev.tracemend.bench.engines;

import dev.tracemend.contracts.LogLine;
import java.util.Random;
import java.util.function.Consumer;

/**
 * Lines of twenty sources with two hundred causes: storms, lines out of order, lines that are hours late, restarts that
 * send what was sent before, truncated files, foreign lines and ticks. The same seed gives the same lines.
 */
final class MixedLines {
    static final int SOURCES = 20;
    static final int CAUSES = 200;
    private static final int MOST_AGAIN = 50;
    private static final double START = 1_795_000_000;
    private static final String FILLER = " request=8f14e45f took 12 ms for the tenant blue in region eu-central-1 after"
            + " the second try with 3 items while the cache was warm";

    private final Random random;
    private final double errors;
    private final Consumer<LogLine> out;
    private final double[] clocks = new double[SOURCES];
    private final long[] offsets = new long[SOURCES];
    private final long[] generations = new long[SOURCES];
    private final LogLine[][] sent = new LogLine[SOURCES][MOST_AGAIN];
    private int storm;
    private int stormLeft;
    private long tooLate;

    /** {@code errors} is the share of lines that are errors. */
    MixedLines(long seed, double errors, Consumer<LogLine> out) {
        random = new Random(seed);
        this.errors = errors;
        this.out = out;
        for (int i = 0; i < SOURCES; i++) {
            clocks[i] = START + random.nextInt(20);
        }
    }

    /** Lines that were hours late. */
    long tooLate() {
        return tooLate;
    }

    /** The next so many lines; a restart sends some more. */
    void write(long lines) {
        for (long i = 0; i < lines; i++) {
            int source = random.nextInt(SOURCES);
            clocks[source] += random.nextInt(5_000) == 0 ? 40 : random.nextInt(40) / 1000.0;
            int odd = random.nextInt(2_000);
            if (odd == 0) {
                again(source);
            } else if (odd == 1) {
                generations[source]++;
                offsets[source] = 0;
            } else if (odd < 5) {
                out.accept(new LogLine(
                        1, "", LogLine.Kind.TICK, "", clocks[source], name(source), "shop", "h1", 0, false, 0));
            }
            line(source);
        }
    }

    /** A tick of every source, long after: everything closes. */
    void finish() {
        for (int i = 0; i < SOURCES; i++) {
            double end = clocks[i] + 400;
            out.accept(new LogLine(1, "", LogLine.Kind.TICK, "", end, name(i), "shop", "h1", 0, false, 0));
        }
    }

    private void line(int source) {
        double late = random.nextInt(50) == 0 ? random.nextInt(5) : 0;
        if (offsets[source] > 0 && random.nextInt(3_000) == 0) {
            late = 7_200;
            tooLate++;
        }
        if (stormLeft == 0 && random.nextInt(20_000) == 0) {
            storm = random.nextInt(CAUSES);
            stormLeft = 500 + random.nextInt(1_500);
        }
        String text = text(source);
        String id = "bench:1-" + source + ':' + generations[source] + ':' + offsets[source];
        boolean foreign = source == SOURCES - 1;
        double ts = foreign ? clocks[source] : clocks[source] - late;
        if (foreign && late == 7_200) {
            tooLate--;
        }
        boolean multiline = text.indexOf('\n') >= 0;
        LogLine line = new LogLine(
                1,
                foreign ? "" : id,
                LogLine.Kind.LINE,
                text,
                ts,
                name(source),
                "shop",
                "host-" + source % 5,
                offsets[source],
                multiline,
                0);
        offsets[source] += text.length() + 1;
        sent[source][(int) (offsets[source] % MOST_AGAIN)] = line;
        out.accept(line);
    }

    private String text(int source) {
        boolean ofStorm = stormLeft > 0 && random.nextInt(3) == 0;
        if (ofStorm) {
            stormLeft--;
            return error(storm);
        }
        if (random.nextDouble() < errors) {
            return error(random.nextInt(CAUSES));
        }
        int n = random.nextInt(1_000_000);
        return "2026-11-21 10:00:00.123 " + (n % 17 == 0 ? "WARN " : n % 3 == 0 ? "DEBUG" : "INFO ") + " [http-"
                + source + "] com.acme.shop.cart.CartService - stored basket " + n + FILLER;
    }

    private static String error(int cause) {
        String at = "com.acme.shop.area" + cause % 10 + ".Service" + cause;
        String head = "2026-11-21 10:00:00.123 ERROR [http-7] " + at + " - cannot price basket of area " + cause % 10;
        if (cause % 5 == 0) {
            return head + " for " + (char) ('a' + cause % 26) + (char) ('a' + cause / 26) + " customers";
        }
        StringBuilder text = new StringBuilder(head)
                .append("\njava.lang.IllegalStateException: no price for ")
                .append(cause);
        text.append("\n\tat ")
                .append(at)
                .append(".price")
                .append(cause)
                .append("(Service.java:")
                .append(cause + 10);
        text.append(")\n\tat com.acme.shop.web.Door.serve(Door.java:77)");
        for (int i = 0; i < 10; i++) {
            text.append("\n\tat org.apache.coyote.Frame")
                    .append(i)
                    .append(".run(Frame.java:")
                    .append(i + 40)
                    .append(')');
        }
        return text.toString();
    }

    /** A tailer that was killed sends what it had not noted as sent. */
    private void again(int source) {
        LogLine[] lines = sent[source].clone();
        java.util.Arrays.sort(
                lines, java.util.Comparator.nullsFirst(java.util.Comparator.comparingLong(LogLine::offset)));
        for (LogLine line : lines) {
            boolean same = line != null && line.id().startsWith("bench:1-" + source + ':' + generations[source] + ':');
            if (same) {
                out.accept(line);
            }
        }
    }

    private static String name(int source) {
        return "/var/log/shop/instance-" + source + ".log";
    }
}
