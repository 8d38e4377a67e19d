package dev.tracemend.worker.lifecycle;

import dev.tracemend.contracts.Lifecycle;
import java.time.Instant;

/** What is done about a context; {@code why} is a sentence. */
sealed interface Ruling {
    String why();

    /** This very context was answered already. */
    record Answered(String why) implements Ruling {}

    /** The earlier result stands; only the count grows. */
    record Repeat(Lifecycle state, String why) implements Ruling {}

    /** Not worked on now. */
    record Decline(String why) implements Ruling {}

    /** Looked at again at a later time. */
    record Hold(Instant until, String why) implements Ruling {}

    /** Worked on; {@code regressed} where a delivered fix did not hold. */
    record Attempt(boolean regressed, String why) implements Ruling {}
}
