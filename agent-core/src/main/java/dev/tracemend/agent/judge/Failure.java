package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Target;
import dev.tracemend.agent.repair.Evidence;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.ThrownException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The logged failure in terms of the project's classes.
 *
 * @param frames own frames to come in through, innermost first, as {@code class#method}
 */
record Failure(Target target, List<String> frames) {
    /** A logged failure of which no frame lies in the project: no test that fails here shows it. */
    static final Failure ELSEWHERE = new Failure(new Target("", "", "", "", 0), List.of());

    /** Reads the trace; empty when no frame of it lies in the project's production classes. */
    static Optional<Failure> of(Evidence evidence, Set<String> production) {
        if (evidence.trace().language() != Language.JAVA) {
            return Optional.empty();
        }
        List<ThrownException> innerFirst = new ArrayList<>(evidence.trace().chain());
        java.util.Collections.reverse(innerFirst);
        Optional<Target> target = Optional.empty();
        Set<String> frames = new LinkedHashSet<>();
        for (ThrownException thrown : innerFirst) {
            for (StackFrame frame : thrown.frames()) {
                if (production.contains(frame.className())) {
                    if (target.isEmpty()) {
                        target = Optional.of(new Target(
                                thrown.type(), thrown.message(), frame.className(), frame.method(), frame.line()));
                    }
                    frames.add(frame.className() + "#" + frame.method());
                }
            }
        }
        return target.map(found -> new Failure(found, frames.stream().limit(40).toList()));
    }
}
