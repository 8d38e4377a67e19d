/**
 * What no line would say, asked of the broker beside either engine. That nothing more comes: {@link
 * dev.tracemend.streams.ticks.IdleTicker} watches the raw partitions and writes a tick into one that has fallen silent; the
 * stages then close what is open. The clock is this machine's, but what it leads to is a record, so every replay does the
 * same at the same place. And that lines are gone which nobody read: {@link dev.tracemend.streams.ticks.DeletedLines}.
 * {@link dev.tracemend.streams.ticks.ReadPositions} tells the broker how far an engine is.
 */
@NullMarked
package dev.tracemend.streams.ticks;

import org.jspecify.annotations.NullMarked;
