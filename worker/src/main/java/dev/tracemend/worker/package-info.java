/**
 * Takes contexts, lets agent-core look into them, delivers results. {@link dev.tracemend.worker.Worker} is the door; one
 * {@link dev.tracemend.worker.TopicLane} a topic goes through the steps, each a package of its own: {@code intake} reads
 * a context, {@code memory} says whether its cause was answered before, a {@link dev.tracemend.worker.Fixer} works on it
 * on another thread, {@code deliver} writes result, memory and offset in one transaction. Whatever ends in between
 * leaves no trace in the topics, so it is simply done again.
 */
@NullMarked
package dev.tracemend.worker;

import org.jspecify.annotations.NullMarked;
