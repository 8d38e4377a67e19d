/** What it costs to follow many files of which few are written: processor time and memory of a tailer in its own process. */
@NullMarked
package dev.tracemend.bench.follow;

import org.jspecify.annotations.NullMarked;
