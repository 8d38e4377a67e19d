/**
 * The fault matrix: a writer with a seeded plan, a tailer and a broker as processes of their own, something that goes
 * wrong, and a verdict over the topic: what is lost, doubled, damaged. One test class a family of faults; {@code -Pfaults}
 * runs more seeds. Each case leaves a line in {@code target/fault-matrix.tsv}.
 */
@NullMarked
package dev.tracemend.tailer.faults;

import org.jspecify.annotations.NullMarked;
