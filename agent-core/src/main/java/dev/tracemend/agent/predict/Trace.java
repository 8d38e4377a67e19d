package dev.tracemend.agent.predict;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Takes the steps of a run as they happen, from any thread. */
@FunctionalInterface
public interface Trace {

    /** One step has ended. */
    void add(TraceStep step);

    /** Nobody watches. */
    static Trace none() {
        return step -> {};
    }

    /** Keeps all steps in a list that may be read at any time. */
    static Trace into(CopyOnWriteArrayList<TraceStep> steps) {
        return steps::add;
    }

    /** Tells several. */
    static Trace all(List<Trace> traces) {
        return step -> traces.forEach(trace -> trace.add(step));
    }
}
