package dev.tracemend.streams.window;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The sources of one raw partition in the order in which they were heard of last. Its clock is the records' own time: a
 * source that says nothing while others go on is found out here, the same way in every replay.
 */
final class SourceRoster {
    private static final long DAY = 86_400_000;

    private final int most;
    private final long silence;
    private final Map<String, Long> heard = new LinkedHashMap<>();
    private final Set<String> open = new LinkedHashSet<>();
    private long clock;

    SourceRoster(RosterState state, int most, long silence) {
        this.most = most;
        this.silence = silence;
        clock = state.clock();
        for (RosterState.Heard each : state.sources()) {
            heard.put(each.source(), each.at());
            if (each.open()) {
                open.add(each.source());
            }
        }
    }

    RosterState state() {
        List<RosterState.Heard> sources = new ArrayList<>();
        heard.forEach((source, at) -> sources.add(new RosterState.Heard(source, at, open.contains(source))));
        return new RosterState(clock, sources);
    }

    /** A record of this source came at {@code millis}; {@code isOpen} says whether it has something left to tell. True if it is new. */
    boolean hear(String source, long millis, boolean isOpen) {
        clock = Math.max(clock, millis);
        boolean isNew = heard.remove(source) == null;
        heard.put(source, clock);
        open.remove(source);
        if (isOpen) {
            open.add(source);
        }
        return isNew;
    }

    /** A source that has something to tell and was silent too long; it counts as told with this. */
    Optional<String> silent() {
        if (open.isEmpty()) {
            return Optional.empty();
        }
        String eldest = open.iterator().next();
        if (heard.getOrDefault(eldest, clock) + silence >= clock) {
            return Optional.empty();
        }
        open.remove(eldest);
        return Optional.of(eldest);
    }

    /** All that have something to tell; they count as told with this. */
    List<String> allOpen() {
        List<String> all = List.copyOf(open);
        open.clear();
        return all;
    }

    /** A source to forget, as there are too many or it was silent for a day; it is forgotten with this. */
    Optional<String> surplus() {
        Iterator<Map.Entry<String, Long>> all = heard.entrySet().iterator();
        if (!all.hasNext()) {
            return Optional.empty();
        }
        Map.Entry<String, Long> eldest = all.next();
        if (heard.size() <= most && eldest.getValue() + DAY >= clock) {
            return Optional.empty();
        }
        String source = eldest.getKey();
        all.remove();
        open.remove(source);
        return Optional.of(source);
    }
}
