/** How quick the shell sessions of {@code dev.tracemend.agent.shell} are, against a new process for every command. */
@NullMarked
package dev.tracemend.bench.shell;

import org.jspecify.annotations.NullMarked;
