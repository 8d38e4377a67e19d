package dev.tracemend.logs;

/**
 * One frame of a parsed trace.
 *
 * @param className full class name (Java), module or empty (Python, Node)
 * @param file as the trace names it: a simple name in Java, a path elsewhere; may be empty
 * @param line 1-based, 0 where unknown
 * @param inApp whether it is the service's own code, not a run time's or a library's
 */
public record StackFrame(String className, String method, String file, int line, boolean inApp) {}
