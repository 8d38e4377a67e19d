/**
 * The incidents. Contexts ({@code logs.ctx.*}), results ({@code agent.results.*}) and what workers remember ({@code
 * agent.memory.*}) of every topic come in, and the audit ({@code agent.audit}); they are sent
 * through one internal topic with one partition, and are folded there by {@link
 * dev.tracemend.status.board.IncidentFold} into one {@link dev.tracemend.status.board.Incident} per topic and
 * fingerprint, kept in RocksDB with a changelog. One partition, because foreign topics have other partition counts than
 * ours and records without a key: so a store never has to be split. Folding the same record twice changes nothing, and a
 * record that changes numbers alone writes a small row, not the incident. {@link dev.tracemend.status.board.BoardIndex}
 * holds the rows in memory, for listings and live views. A {@link dev.tracemend.status.board.BoardPosition} says how far
 * the topics were read, partition by partition ({@link dev.tracemend.status.board.Reach}), and each row knows its last
 * records ({@link dev.tracemend.status.board.Marks}): so any board can tell what is new to a reader. What people decide
 * goes out through {@link dev.tracemend.status.board.DecisionPost}. {@link dev.tracemend.status.board.Board} is the door.
 */
@NullMarked
package dev.tracemend.status.board;

import org.jspecify.annotations.NullMarked;
