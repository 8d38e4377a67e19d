package dev.tracemend.status.http;

import dev.tracemend.contracts.Decision;

/** A decision that is on its way to the worker; {@code ts} in seconds since the epoch. */
record DecisionTaken(String id, Decision decision, double ts) {}
