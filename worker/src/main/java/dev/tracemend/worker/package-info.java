/**
 * Takes contexts, lets agent-core look into them, delivers results. {@link dev.tracemend.worker.Worker} is the door; one
 * {@link dev.tracemend.worker.TopicLane} or more a topic go through the steps, each a package of its own: {@code intake}
 * reads what happens, {@code memory} says what is known of its cause, {@code lifecycle} what is to be done about it, by the
 * {@code policy} of the topic, a {@link dev.tracemend.worker.Fixer} works on another thread, {@code deliver} writes result,
 * memory and offset in one transaction and hands patches over. Whatever ends in between leaves no trace in the topics, so it
 * is simply done again.
 */
@NullMarked
package dev.tracemend.worker;

import org.jspecify.annotations.NullMarked;
