package dev.tracemend.streams.window;

import dev.tracemend.contracts.DeadLetter;

/** Takes what the first stage has to tell, in order. */
public interface PartitionOutput {
    /** For the second stage. */
    void event(CauseEvent event);

    /** For {@code agent.errors}. */
    void letter(DeadLetter letter);
}
