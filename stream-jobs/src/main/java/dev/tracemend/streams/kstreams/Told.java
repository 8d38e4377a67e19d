package dev.tracemend.streams.kstreams;

import dev.tracemend.streams.window.CauseEvent;
import dev.tracemend.streams.window.Outgoing;

/** What the first stage forwards. */
sealed interface Told {

    /** For the second stage. */
    record ToCause(CauseEvent event) implements Told {}

    /** A dead letter, ready to be sent. */
    record ToErrors(Outgoing letter) implements Told {}
}
