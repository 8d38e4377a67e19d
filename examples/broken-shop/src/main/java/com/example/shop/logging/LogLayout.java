package com.example.shop.logging;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.logging.Formatter;
import java.util.logging.Level;
import java.util.logging.LogRecord;

/** {@code 2026-11-21 10:00:00.123 ERROR [http-3] com.example.Logger - message}, then the stack trace. Times are UTC. */
public final class LogLayout extends Formatter {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss.SSS").withZone(ZoneOffset.UTC);

    @Override
    public String format(LogRecord entry) {
        StringWriter text = new StringWriter();
        text.append(TIME.format(entry.getInstant())).append(' ');
        text.append(String.format("%-5s", word(entry.getLevel())));
        text.append(" [").append(Thread.currentThread().getName()).append("] ");
        text.append(entry.getLoggerName()).append(" - ").append(formatMessage(entry));
        text.append('\n');
        if (entry.getThrown() != null) {
            entry.getThrown().printStackTrace(new PrintWriter(text, true));
        }
        return text.toString();
    }

    private static String word(Level level) {
        if (level.intValue() >= Level.SEVERE.intValue()) {
            return "ERROR";
        }
        if (level.intValue() >= Level.WARNING.intValue()) {
            return "WARN";
        }
        return level.intValue() >= Level.INFO.intValue() ? "INFO" : "DEBUG";
    }
}
