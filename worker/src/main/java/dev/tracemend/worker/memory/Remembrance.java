package dev.tracemend.worker.memory;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MemoryEntry;
import java.util.ArrayList;
import java.util.List;

/** What is remembered of a cause after one more context of it was answered. */
public final class Remembrance {
    /** So many answers are told from redelivered contexts; more are kept only as a count. */
    static final int LONGEST_MEMORY = 100;

    private Remembrance() {}

    /** After the first answer. */
    public static MemoryEntry first(ErrorContext context, FixResult result) {
        return new MemoryEntry(
                1,
                result.fingerprint(),
                result.id(),
                result.verdict(),
                context.count(),
                1,
                context.firstSeen(),
                context.lastSeen(),
                result.ts(),
                List.of(result.id()));
    }

    /** After a further one, which stands on the first. */
    public static MemoryEntry again(MemoryEntry known, ErrorContext context, FixResult result) {
        List<String> answered = new ArrayList<>(known.answered());
        answered.add(result.id());
        int surplus = Math.max(0, answered.size() - LONGEST_MEMORY);
        return new MemoryEntry(
                1,
                known.fingerprint(),
                known.resultId(),
                known.verdict(),
                known.count() + context.count(),
                known.contexts() + 1,
                Math.min(known.firstSeen(), context.firstSeen()),
                Math.max(known.lastSeen(), context.lastSeen()),
                result.ts(),
                answered.subList(surplus, answered.size()));
    }
}
