/**
 * The whole pipeline in one JVM, in the order in which a line flows: broker, topics, status page, windows, worker,
 * tailer. {@link dev.tracemend.cli.stack.Stack} starts and stops it for {@code up} and {@code demo}; {@link
 * dev.tracemend.cli.stack.DemoShop} is the service that {@code demo} breaks on purpose.
 */
@NullMarked
package dev.tracemend.cli.stack;

import org.jspecify.annotations.NullMarked;
