package dev.tracemend.agent.repair.script;

import java.util.List;

/**
 * One exception to mend: its simple type, its message and the places it came through, innermost first; no places where
 * only a test's expectation was not met.
 */
public record ScriptFault(String type, String message, List<ScriptPlace> places) {

    /** Copies the places. */
    public ScriptFault {
        places = List.copyOf(places);
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
