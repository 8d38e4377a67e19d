/**
 * Contexts of files, without Kafka: {@link dev.tracemend.streams.contexts.LogFileLines} reads the lines of a file or a
 * stream, {@link dev.tracemend.streams.contexts.FileContexts} joins them to events, asks module {@code logs} what each
 * is, and folds the errors into one {@link dev.tracemend.streams.contexts.CauseContext} a cause. The command {@code
 * contexts} prints them, the benchmark {@code detect} compares them with labels. Memory is bounded: so many causes are
 * open at once, then the one seen longest ago is given out.
 */
@NullMarked
package dev.tracemend.streams.contexts;

import org.jspecify.annotations.NullMarked;
