package dev.tracemend.agent.repair;

import dev.tracemend.logs.StackFrame;

/** A frame of the trace found in the checkout: the file (relative to the root, with {@code /}) and the 1-based line. */
public record Site(String path, int line, StackFrame frame) {}
