package dev.tracemend.status.access;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;

/**
 * How often one client may ask: {@code perSecond} on average, {@code burst} at once. Of each client one number is kept, the
 * time at which it has paid for all that it asked; of clients beyond {@link #MOST_CLIENTS} the one that was quiet longest
 * is forgotten. Thread-safe.
 */
public final class RateLimit {
    static final int MOST_CLIENTS = 10_000;

    private final long cost;
    private final long credit;
    private final LongSupplier nanos;
    private final Map<String, Long> paidUntil = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Long> eldest) {
            return size() > MOST_CLIENTS;
        }
    };

    /** A limit by a steady clock in nanoseconds. */
    public RateLimit(int perSecond, int burst, LongSupplier nanos) {
        this.cost = TimeUnit.SECONDS.toNanos(1) / perSecond;
        this.credit = cost * burst;
        this.nanos = nanos;
    }

    /** Takes one turn of a client: 0 when it may go on, else the seconds after which it may ask again. */
    public synchronized long take(InetAddress client) {
        long now = nanos.getAsLong();
        String key = key(client);
        long paid = Math.max(paidUntil.getOrDefault(key, now), now) + cost;
        if (paid - now > credit) {
            return Math.max(1, TimeUnit.NANOSECONDS.toSeconds(paid - now - credit) + 1);
        }
        paidUntil.put(key, paid);
        return 0;
    }

    /** One home has a whole network of IPv6 addresses: its first 64 bits name it. */
    private static String key(InetAddress client) {
        String hex = HexFormat.of().formatHex(client.getAddress());
        return client instanceof Inet6Address ? hex.substring(0, 16) : hex;
    }
}
