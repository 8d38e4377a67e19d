package dev.tracemend.worker.lifecycle;

import dev.tracemend.worker.deliver.Answer;
import java.util.function.Function;
import java.util.function.Supplier;

/** What is to be done about one thing that happened. */
public sealed interface Turn {

    /** Records to write, nothing else. */
    record Written(Answer answer) implements Turn {}

    /**
     * Work that takes time, on another thread.
     *
     * @param before what is true already, written before the work begins
     * @param work gives what is to be written after it
     * @param broken what is to be written where the work threw something
     */
    record Work(String fingerprint, Answer before, Supplier<Answer> work, Function<Throwable, Answer> broken)
            implements Turn {}
}
