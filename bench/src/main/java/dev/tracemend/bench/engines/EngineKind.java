package dev.tracemend.bench.engines;

/** What computes the windows. */
enum EngineKind {
    kstreams,
    spark,
    /** A consumer that cuts windows and keeps no state: what the engines are compared with. */
    plain
}
