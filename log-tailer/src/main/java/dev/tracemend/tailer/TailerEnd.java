package dev.tracemend.tailer;

/** Why a tailer ended by itself. */
public sealed interface TailerEnd {

    /** All that was in the files at the start has been acknowledged. */
    record CaughtUp() implements TailerEnd {}

    /** It cannot go on, and trying again would not help; the message names the place and the remedy. */
    record Refused(String message) implements TailerEnd {}
}
