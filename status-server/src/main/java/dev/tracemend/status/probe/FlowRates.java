package dev.tracemend.status.probe;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;

/** How many records a second each topic took lately, from its end offsets at each look. For one thread. */
final class FlowRates {
    private static final double SPAN = 30;

    private final Map<String, Deque<Mark>> marks = new HashMap<>();

    /** Records a second over the last half minute, one digit after the point; 0 at the first look. */
    double of(String topic, long end, double now) {
        Deque<Mark> seen = marks.computeIfAbsent(topic, name -> new ArrayDeque<>());
        if (!seen.isEmpty() && end < seen.getLast().end()) {
            seen.clear(); // The topic was made anew.
        }
        seen.addLast(new Mark(end, now));
        while (seen.size() > 2 && seen.getFirst().at() < now - SPAN) {
            seen.removeFirst();
        }
        Mark first = seen.getFirst();
        double seconds = now - first.at();
        return seconds <= 0 ? 0 : Math.round((end - first.end()) / seconds * 10) / 10.0;
    }

    private record Mark(long end, double at) {}
}
