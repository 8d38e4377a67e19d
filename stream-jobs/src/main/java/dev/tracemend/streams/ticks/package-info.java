/**
 * What no line would say: that nothing more comes. {@link dev.tracemend.streams.ticks.IdleTicker} watches the raw
 * partitions beside either engine and writes a tick into one that has fallen silent; the stages then close what is open.
 * The clock is this machine's, but what it leads to is a record, so every replay does the same at the same place.
 */
@NullMarked
package dev.tracemend.streams.ticks;

import org.jspecify.annotations.NullMarked;
