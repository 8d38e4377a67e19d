package dev.tracemend.cli.desk;

import dev.tracemend.contracts.DeadLetter;

/**
 * A dead letter as {@code dlq} shows it.
 *
 * @param id its place in {@code agent.errors}, {@code <partition>-<offset>}
 * @param replayed whether its record was published again
 */
public record Letter(String id, DeadLetter letter, boolean replayed) {}
