package dev.tracemend.status.board;

/** The kinds of topics whose records change a row; each partition of each is a source of its own. */
enum Source {
    CONTEXTS,
    RESULTS,
    MEMORY;

    /** A number that this source and partition alone have; it is part of positions that clients hold. */
    int number(int partition) {
        return partition * values().length + ordinal();
    }
}
