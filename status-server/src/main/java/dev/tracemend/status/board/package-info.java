/**
 * The incidents. Contexts ({@code logs.ctx.*}), results ({@code agent.results.*}) and what workers remember ({@code
 * agent.memory.*}) of every topic come in, and the audit ({@code agent.audit}); they are sent
 * through one internal topic with one partition, and are folded there by {@link
 * dev.tracemend.status.board.IncidentFold} into one {@link dev.tracemend.status.board.Incident} per topic and
 * fingerprint, kept in RocksDB with a changelog. One partition, because foreign topics have other partition counts than
 * ours and records without a key: so a store never has to be split, and the board has one order of changes. Folding
 * the same record twice changes nothing. What people decide goes out through {@link
 * dev.tracemend.status.board.DecisionPost}. {@link dev.tracemend.status.board.Board} is the door; {@link
 * dev.tracemend.status.board.BoardIndex} is what listings and live views read.
 */
@NullMarked
package dev.tracemend.status.board;

import org.jspecify.annotations.NullMarked;
