package dev.tracemend.bench.ship;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Random;

/**
 * A service's log: lines of 139, 195 and 230 bytes (tenth, half, nine tenths of them are shorter), some 24,000 stack
 * traces a gigabyte, a few quotes, addresses, letters beyond ASCII and secrets. The same seed gives the same file.
 */
final class MixedLog {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);
    private static final List<String> LEVELS = List.of("INFO ", "INFO ", "INFO ", "DEBUG", "INFO ", "WARN ", "INFO ");
    private static final List<String> LOGGERS = List.of(
            "com.acme.shop.cart.CartService",
            "com.acme.shop.order.OrderController",
            "c.a.s.payment.PaymentGateway",
            "org.apache.http.wire.Transport",
            "com.acme.shop.stock.StockRepository",
            "o.s.web.servlet.DispatcherServlet");
    private static final List<String> DEEDS =
            List.of("accepted", "calculated", "stored", "fetched", "delivered", "looked up", "queued", "released");
    private static final List<String> THINGS = List.of(
            "order", "basket", "invoice", "customer", "shipment", "article", "price list", "session cache");
    private static final List<String> REMARKS = List.of(
            " in region eu-central-1",
            " after the second try",
            " with 3 items",
            " for the tenant blue",
            " while the cache was warm",
            " by the batch of the night");

    private final Random random;
    private long time = Instant.parse("2026-11-21T10:00:00Z").toEpochMilli();

    MixedLog(long seed) {
        random = new Random(seed);
    }

    /** Writes at least so many bytes, whole lines and traces. */
    void write(Path file, long bytes) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file), 1 << 20)) {
            StringBuilder event = new StringBuilder();
            for (long written = 0; written < bytes; ) {
                event.setLength(0);
                boolean trace = random.nextInt(195) == 0;
                line(event, trace ? "ERROR" : pick(LEVELS));
                if (trace) {
                    trace(event);
                }
                byte[] utf8 = event.toString().getBytes(StandardCharsets.UTF_8);
                out.write(utf8);
                written += utf8.length;
            }
        }
    }

    private void line(StringBuilder event, String level) {
        time += random.nextInt(3);
        event.append(TIME.format(Instant.ofEpochMilli(time))).append(' ').append(level);
        event.append(" [http-nio-8080-exec-").append(1 + random.nextInt(40)).append("] ");
        event.append(pick(LOGGERS)).append(" - ").append(pick(DEEDS)).append(' ').append(pick(THINGS));
        event.append(' ').append(Integer.toHexString(random.nextInt()));
        event.append(" user=u").append(random.nextInt(100_000));
        rarities(event);
        double wanted = Math.max(125, Math.min(260, 187 + random.nextGaussian() * 36));
        while (event.length() < wanted - 40) {
            event.append(pick(REMARKS));
        }
        event.append(" took ").append(random.nextInt(900)).append(" ms request=");
        event.append(Integer.toHexString(random.nextInt() | Integer.MIN_VALUE)).append('\n');
    }

    private void rarities(StringBuilder event) {
        if (random.nextInt(50) == 0) {
            event.append(" GET https://shop.acme.example/api/v2/").append(random.nextInt(9_999));
        }
        if (random.nextInt(40) == 0) {
            event.append(" note=\"grüße\"");
        }
        if (random.nextInt(2_000) == 0) {
            event.append(" password=hunter").append(random.nextInt(999));
        }
    }

    private void trace(StringBuilder event) {
        event.append("java.lang.IllegalStateException: stock ").append(random.nextInt(999)).append(" is gone\n");
        for (int depth = 8 + random.nextInt(18); depth > 0; depth--) {
            event.append("\tat ").append(pick(LOGGERS)).append(".step").append(depth);
            event.append("(CartService.java:").append(20 + random.nextInt(300)).append(")\n");
        }
        if (random.nextInt(3) == 0) {
            event.append("Caused by: java.sql.SQLException: connection refused\n");
            event.append("\tat com.acme.shop.stock.Pool.take(Pool.java:").append(random.nextInt(99));
            event.append(")\n\t... 12 more\n");
        }
    }

    private String pick(List<String> some) {
        return some.get(random.nextInt(some.size()));
    }
}
