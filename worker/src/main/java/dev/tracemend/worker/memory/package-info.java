/**
 * What was answered before, by fingerprint: {@link dev.tracemend.worker.memory.FingerprintMemory} reads {@code
 * agent.memory.<topic>} of the partitions that this worker owns into a {@link dev.tracemend.worker.memory.CauseStore} on
 * disk; {@link dev.tracemend.worker.memory.CauseDraft} is how an entry changes.
 */
@NullMarked
package dev.tracemend.worker.memory;

import org.jspecify.annotations.NullMarked;
