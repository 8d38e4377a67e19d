/**
 * What was answered before, by fingerprint: {@link dev.tracemend.worker.memory.FingerprintMemory} holds {@code
 * agent.memory.<topic>} of the partitions that this worker owns, {@link dev.tracemend.worker.memory.Remembrance} says
 * what an answer adds to it.
 */
@NullMarked
package dev.tracemend.worker.memory;

import org.jspecify.annotations.NullMarked;
