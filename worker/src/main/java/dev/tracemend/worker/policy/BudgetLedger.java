package dev.tracemend.worker.policy;

import dev.tracemend.contracts.WorkMetric;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.PriorityQueue;
import java.util.Set;

/**
 * What a topic spent within the last day, over all workers, as {@code agent.metrics} tells; attempts of this process that
 * are under way count from their begin. Thread-safe.
 */
public final class BudgetLedger {
    private static final Duration LONGEST = Duration.ofDays(1);

    private final PriorityQueue<Item> items = new PriorityQueue<>((a, b) -> Double.compare(a.at, b.at));
    private final Set<String> ids = new HashSet<>();
    private int underWay;

    private record Item(String id, double at, Spending spending) {}

    /** Notes an attempt; the same one is noted once. */
    public synchronized void add(WorkMetric metric) {
        if (!metric.id().isEmpty() && ids.add(metric.id())) {
            double seconds = metric.durations().getOrDefault("total", 0.0);
            long tokens = metric.tokensIn() + metric.tokensOut();
            items.add(new Item(metric.id(), metric.ts(), new Spending(1, seconds, tokens, metric.cost())));
        }
    }

    /** Counts an attempt as begun; {@link #ended} follows, whatever becomes of it. */
    public synchronized void begun() {
        underWay++;
    }

    /** The attempt that was begun is over; what it took is noted by {@link #add}. */
    public synchronized void ended() {
        underWay = Math.max(0, underWay - 1);
    }

    /** Why nothing may be begun now; empty where something may. */
    public synchronized String objection(Policy policy, Instant now) {
        forget(now);
        String hour = policy.hour().spent(since(now.minus(Duration.ofHours(1))));
        if (!hour.isEmpty()) {
            return "the budget of the hour is spent: " + hour;
        }
        String day = policy.day().spent(since(now.minus(LONGEST)));
        return day.isEmpty() ? "" : "the budget of the day is spent: " + day;
    }

    private Spending since(Instant begin) {
        double from = begin.toEpochMilli() / 1_000.0;
        return items.stream()
                .filter(item -> item.at >= from)
                .map(Item::spending)
                .reduce(new Spending(underWay, 0, 0, 0), Spending::plus);
    }

    private void forget(Instant now) {
        double from = now.minus(LONGEST).toEpochMilli() / 1_000.0;
        while (!items.isEmpty() && items.element().at < from) {
            ids.remove(items.remove().id);
        }
    }
}
