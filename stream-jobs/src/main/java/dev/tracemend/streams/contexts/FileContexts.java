package dev.tracemend.streams.contexts;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.EventReading;
import dev.tracemend.streams.window.EventWatcher;
import dev.tracemend.streams.window.StageTally;
import dev.tracemend.streams.window.WindowPipeline;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * Puts the lines of files through the stages of {@code streams.window}, as records that name their file and line, and
 * gives out the contexts that every engine gives for them. Not for use by many threads.
 */
public final class FileContexts {
    /** Records after which what is decoded is put away, as engines do at a commit. */
    private static final int SAVED = 10_000;

    private final String topic;
    private final StageTally tally = new StageTally();
    private final WindowPipeline pipeline;
    private long lines;
    private long errors;

    /** Contexts go to {@code out} as their windows close, the last of a file at its end. */
    public FileContexts(ContextOptions options, EventWatcher watcher, Consumer<ErrorContext> out) {
        topic = Topics.raw(options.topic());
        pipeline = new WindowPipeline(options.rules(), tally, out, letter -> {}).watched((source, event, reading) -> {
            watch(reading);
            watcher.read(source, event, reading);
        });
    }

    private void watch(EventReading reading) {
        if (reading.isError()) {
            errors++;
        }
    }

    /** Reads a file to its end; {@code name} is what contexts call it. */
    public void read(String name, LogFileLines file, Progress progress) throws IOException {
        long number = 0;
        for (String line = file.next(); line != null; line = file.next()) {
            number++;
            pipeline.take(topic, line(name, number, line));
            if ((number & 0xfff) == 0) {
                progress.at(file.bytes(), tally.contexts());
            }
            if (number % SAVED == 0) {
                pipeline.save();
            }
        }
        pipeline.take(topic, new LogLine(1, "", LogLine.Kind.TICK, "", 0, "", "", "", 0, false, 0));
        lines += number;
    }

    /** A record without a time has that which its line names. */
    private static LogLine line(String name, long number, String text) {
        return new LogLine(1, name + ':' + number, LogLine.Kind.LINE, text, 0, name, "", "", 0, false, 0);
    }

    /** Lines read so far. */
    public long lines() {
        return lines;
    }

    /** Errors found so far. */
    public long errors() {
        return errors;
    }

    /** Lines so much older than the newest of their file that they were left out. */
    public long late() {
        return tally.lates();
    }

    /** Is told how far the reading came. */
    public interface Progress {
        /** Bytes of the file, and contexts that were told. */
        void at(long bytes, long contexts);
    }
}
