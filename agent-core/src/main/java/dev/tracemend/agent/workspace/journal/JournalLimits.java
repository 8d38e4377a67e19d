package dev.tracemend.agent.workspace.journal;

import java.time.Duration;

/**
 * How much a journal keeps and how long a writer waits for another.
 *
 * @param mostFileBytes largest file that is read or written
 * @param mostEntries changes that can be undone, one after the other
 * @param mostBytes bytes kept of all of them; the latest is kept whatever its size
 */
public record JournalLimits(int mostFileBytes, int mostEntries, long mostBytes, Duration lockWait) {}
