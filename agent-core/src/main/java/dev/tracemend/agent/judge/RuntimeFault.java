package dev.tracemend.agent.judge;

import dev.tracemend.agent.judge.minion.Outcome;
import java.util.Set;

/** Exceptions that nobody throws on purpose: the run time's own. */
final class RuntimeFault {
    private static final Set<String> TYPES = Set.of(
            "java.lang.NullPointerException",
            "java.lang.ArithmeticException",
            "java.lang.ClassCastException",
            "java.lang.ArrayStoreException",
            "java.lang.NegativeArraySizeException",
            "java.lang.NumberFormatException",
            "java.lang.UnsupportedOperationException",
            "java.lang.StackOverflowError",
            "java.lang.OutOfMemoryError",
            "java.util.ConcurrentModificationException");

    private RuntimeFault() {}

    /** Whether the outermost exception is one of them. */
    static boolean is(Outcome outcome) {
        if (outcome.chain().isEmpty()) {
            return false;
        }
        String type = outcome.chain().get(0).type();
        return TYPES.contains(type) || type.endsWith("IndexOutOfBoundsException");
    }
}
