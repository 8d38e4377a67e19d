package dev.tracemend.agent.edit;

import org.junit.jupiter.api.Test;

/** The long form of {@link ReplyFuzzTest}. */
class ReplyFuzzIT {

    @Test
    void aHundredThousandBrokenRepliesAreRefusedAndNeverThrow() {
        new ReplyMutations(42).plan(100_000);
    }
}
