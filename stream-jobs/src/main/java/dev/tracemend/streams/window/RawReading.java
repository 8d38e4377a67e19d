package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;
import dev.tracemend.contracts.LogLine;

/** What came of reading a raw record. */
public sealed interface RawReading {

    /** A line or a tick. */
    record ReadLine(LogLine line) implements RawReading {}

    /** Nothing that can be worked on; the letter belongs to {@code agent.errors}. */
    record ReadFailure(DeadLetter letter) implements RawReading {}
}
