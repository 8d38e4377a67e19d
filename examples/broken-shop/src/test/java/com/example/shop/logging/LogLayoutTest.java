package com.example.shop.logging;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import org.junit.jupiter.api.Test;

class LogLayoutTest {
    private final LogLayout layout = new LogLayout();

    @Test
    void lineHasTimeLevelThreadLoggerAndMessage() {
        assertEquals(
                "2026-11-21 10:00:00.123 INFO  [" + Thread.currentThread().getName() + "] com.example.Shop - open\n",
                layout.format(entry(Level.INFO)));
    }

    @Test
    void stackTraceFollows() {
        LogRecord entry = entry(Level.SEVERE);
        entry.setThrown(new IllegalStateException("closed"));
        List<String> lines = layout.format(entry).lines().toList();
        assertTrue(lines.get(0).contains(" ERROR ["));
        assertEquals("java.lang.IllegalStateException: closed", lines.get(1));
        assertTrue(lines.get(2).startsWith("\tat com.example.shop.logging.LogLayoutTest.stackTraceFollows("));
    }

    private static LogRecord entry(Level level) {
        LogRecord entry = new LogRecord(level, "open");
        entry.setLoggerName("com.example.Shop");
        entry.setInstant(Instant.parse("2026-11-21T10:00:00.123Z"));
        return entry;
    }
}
