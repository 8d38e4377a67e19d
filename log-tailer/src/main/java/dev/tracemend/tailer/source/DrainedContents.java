package dev.tracemend.tailer.source;

import java.util.ArrayDeque;
import java.util.Deque;

/** Contents of one file that were read to their ends, and are kept in the registry until that has arrived. */
final class DrainedContents {
    private final PositionRegistry registry;
    private final Deque<Drained> open = new ArrayDeque<>();

    private record Drained(ContentKey content, long end) {}

    DrainedContents(PositionRegistry registry) {
        this.registry = registry;
    }

    /** One that ends here and has arrived up to there. */
    void add(ContentKey content, long end, long arrived) {
        if (arrived >= end) {
            registry.forget(content);
        } else {
            open.addLast(new Drained(content, end));
        }
    }

    boolean has(ContentKey content) {
        return open.stream().anyMatch(each -> each.content().equals(content));
    }

    /** Everything up to here has: also all of the older contents, for what was read first arrives first. */
    void arrived(int generation, long offset) {
        for (Drained first = open.peekFirst(); first != null; first = open.peekFirst()) {
            int its = first.content().generation();
            if (its > generation || (its == generation && offset < first.end())) {
                return;
            }
            registry.forget(first.content());
            open.removeFirst();
        }
    }

    void clear() {
        open.clear();
    }
}
