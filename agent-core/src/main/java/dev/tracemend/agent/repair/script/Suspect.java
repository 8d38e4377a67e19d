package dev.tracemend.agent.repair.script;

/** A line that failing tests run, with how much more than passing ones they do: 0 to 1. */
public record Suspect(String path, int line, double score) {}
