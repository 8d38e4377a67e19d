package dev.tracemend.agent.repair.script;

/** A line of the checkout that a failure went through: path relative to the root, 1-based line, function's name. */
public record ScriptPlace(String path, int line, String function) {}
