/**
 * Pure understanding of log text, shared by tailer, windows and agent: {@link dev.tracemend.logs.EventJoiner} makes one
 * event of a line and its stack trace, {@link dev.tracemend.logs.LineParser} reads level and time, {@link
 * dev.tracemend.logs.TraceParser} reads the trace, {@link dev.tracemend.logs.ErrorDetector} decides whether it is worth a
 * person's time, {@link dev.tracemend.logs.Fingerprint} names its cause, {@link dev.tracemend.logs.EventTitle} says it to
 * a person, {@link dev.tracemend.logs.Redactor} masks secrets. Text is hostile here: nothing throws on any input, and
 * every loop is bounded by the input's length.
 */
@NullMarked
package dev.tracemend.logs;

import org.jspecify.annotations.NullMarked;
