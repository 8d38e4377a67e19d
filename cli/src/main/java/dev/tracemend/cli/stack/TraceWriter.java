package dev.tracemend.cli.stack;

import dev.tracemend.agent.predict.Trace;
import dev.tracemend.agent.predict.TraceFile;
import dev.tracemend.agent.predict.TraceStep;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Keeps the steps of one run in a file, which the first step empties; what cannot be written is said and let go. */
final class TraceWriter implements Trace {
    private static final Logger LOG = LoggerFactory.getLogger(TraceWriter.class);

    private final Path file;
    private boolean begun;

    TraceWriter(Path file) {
        this.file = file;
    }

    @Override
    public synchronized void add(TraceStep step) {
        try {
            Files.createDirectories(file.toAbsolutePath().getParent());
            Files.writeString(
                    file,
                    TraceFile.line(step) + "\n",
                    StandardOpenOption.CREATE,
                    begun ? StandardOpenOption.APPEND : StandardOpenOption.TRUNCATE_EXISTING,
                    StandardOpenOption.WRITE);
            begun = true;
        } catch (IOException e) {
            LOG.warn("a call of a model is not kept in {}: {}", file, e.toString());
        }
    }
}
