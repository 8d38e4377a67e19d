package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CatchUpTest {
    private static final String A = "1-1";
    private static final String B = "1-2";

    private final CatchUp catchUp = new CatchUp();

    @Test
    void isDoneWhenEveryFileHasReachedItsSize() {
        catchUp.add(A, 0, 10);
        catchUp.add(B, 0, 20);
        assertThat(catchUp.isDone()).isFalse();
        catchUp.set();
        catchUp.reached(A, 0, 10);
        catchUp.reached(B, 0, 19);
        assertThat(catchUp.isDone()).isFalse();
        catchUp.reached(B, 0, 25);
        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void aTruncatedFileHasNothingOfTheStartLeft() {
        catchUp.add(A, 3, 10);
        catchUp.set();
        catchUp.reached(A, 4, 0);
        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void aFileThatIsGoneIsNotWaitedFor() {
        catchUp.add(A, 0, 10);
        catchUp.set();
        catchUp.gone(A);
        assertThat(catchUp.isDone()).isTrue();
    }

    @Test
    void withoutFilesItIsDoneOnceTheyHaveBeenLookedFor() {
        assertThat(catchUp.isDone()).isFalse();
        catchUp.set();
        assertThat(catchUp.isDone()).isTrue();
    }
}
