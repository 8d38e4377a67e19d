/** From events to Kafka: an idempotent producer that waits rather than drops, and word of what has arrived. */
@NullMarked
package dev.tracemend.tailer.publish;

import org.jspecify.annotations.NullMarked;
