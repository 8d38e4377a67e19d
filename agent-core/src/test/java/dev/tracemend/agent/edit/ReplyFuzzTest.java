package dev.tracemend.agent.edit;

import org.junit.jupiter.api.Test;

class ReplyFuzzTest {

    @Test
    void brokenRepliesAreRefusedAndNeverThrow() {
        new ReplyMutations(20261121).plan(4_000);
    }
}
