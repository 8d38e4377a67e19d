package dev.tracemend.status.board;

import java.nio.file.Path;
import java.time.Duration;

/**
 * What a board needs.
 *
 * @param bootstrap the broker, {@code host:port}
 * @param folder for its state; made if missing
 * @param instance its name among the boards of this broker; empty: one is made and kept in {@code folder}
 * @param keep how long an incident without news stays
 */
public record BoardSettings(String bootstrap, Path folder, String instance, Duration keep) {}
