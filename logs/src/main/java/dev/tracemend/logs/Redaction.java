package dev.tracemend.logs;

/** A text without its secrets, and how many were masked. */
public record Redaction(String text, int count) {}
