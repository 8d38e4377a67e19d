package dev.tracemend.streams.contexts;

import dev.tracemend.contracts.ErrorContext;

/**
 * One cause of one or more files: its context, and how it came to be one.
 *
 * @param source the file of the first error
 * @param line number of its first line, from 1
 * @param why the reasons with their weights
 * @param grouping what the fingerprint was made of, a line for each part; or the rule that decided
 */
public record CauseContext(ErrorContext context, String source, long line, String why, String grouping) {}
