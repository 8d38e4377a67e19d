/**
 * {@code tracemend shell --json}: steps come in as JSON lines, each gets one JSON line as its answer, in the same order.
 * {@link dev.tracemend.cli.shell.StepLoop} reads ahead, so that an {@code interrupt} reaches the {@code run} before it;
 * the sessions themselves are in {@code dev.tracemend.agent.shell}. The fields are told in {@code docs/shell.md}.
 */
@NullMarked
package dev.tracemend.cli.shell;

import org.jspecify.annotations.NullMarked;
