/**
 * What the status server bears: {@link dev.tracemend.bench.status.StatusLoadCommand} fills the topics of a broker with
 * incidents, starts the server in a process of its own, and lets one thread hold many open streams of events and ask for
 * listings at a steady rate. Latencies count from the moment a request was due, so a server that stalls is not spared.
 */
@NullMarked
package dev.tracemend.bench.status;

import org.jspecify.annotations.NullMarked;
