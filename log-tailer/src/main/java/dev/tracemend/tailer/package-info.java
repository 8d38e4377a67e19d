/**
 * Follows log files and publishes their events: {@code source} reads lines and knows where each began, {@code event}
 * joins them, masks secrets and keeps time, {@code publish} hands them to Kafka and says which have arrived. {@link
 * dev.tracemend.tailer.Tailer} runs the three; a position moves only when everything before it has been acknowledged.
 */
@NullMarked
package dev.tracemend.tailer;

import org.jspecify.annotations.NullMarked;
