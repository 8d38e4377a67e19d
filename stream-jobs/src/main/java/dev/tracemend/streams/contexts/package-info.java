/**
 * Contexts of files, without Kafka: {@link dev.tracemend.streams.contexts.LogFileLines} reads the lines of a file or a
 * stream, {@link dev.tracemend.streams.contexts.FileContexts} puts them through the same stages as the engines do, and
 * {@link dev.tracemend.streams.contexts.GatheredCauses} adds the contexts of a cause up to one {@link
 * dev.tracemend.streams.contexts.CauseContext}. The command {@code contexts} prints them, the benchmark {@code detect}
 * compares what was read with labels. Nothing is decided here.
 */
@NullMarked
package dev.tracemend.streams.contexts;

import org.jspecify.annotations.NullMarked;
