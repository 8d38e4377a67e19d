package dev.tracemend.agent.repair;

import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;

/**
 * The root cause as rules look at it.
 *
 * @param type simple name of the exception
 * @param direct whether the checkout's own line threw it, not a library that the line called
 */
record Crash(String type, String message, boolean direct) {

    static Crash of(Evidence evidence) {
        StackTrace trace = evidence.trace();
        ThrownException root = trace.root();
        boolean direct = !evidence.sites().isEmpty()
                && !root.frames().isEmpty()
                && evidence.sites().get(0).frame().equals(root.frames().get(0));
        String simple = root.simpleType();
        return new Crash(simple.substring(simple.lastIndexOf('$') + 1), root.message(), direct);
    }

    boolean is(String... types) {
        for (String each : types) {
            if (type.equals(each)) {
                return true;
            }
        }
        return false;
    }
}
