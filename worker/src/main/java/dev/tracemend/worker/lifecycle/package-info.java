/**
 * The way of a cause from its first error to the end, docs/worker.md draws it. {@link
 * dev.tracemend.worker.lifecycle.Triage} rules what is done about a context, {@link
 * dev.tracemend.worker.lifecycle.Settling} what follows from work, {@link
 * dev.tracemend.worker.lifecycle.Deciding} what from a person's word, {@link dev.tracemend.worker.lifecycle.Waking} what
 * from time. Each makes a {@link dev.tracemend.worker.lifecycle.Turn}: records to write at once, or work to do first.
 * Nothing here knows Kafka's consumers or threads.
 */
@NullMarked
package dev.tracemend.worker.lifecycle;

import org.jspecify.annotations.NullMarked;
