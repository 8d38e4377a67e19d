package dev.tracemend.tailer.metrics;

import dev.tracemend.contracts.Wire;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The figures as one JSON object in a file that is replaced atomically, for those who cannot ask a port. */
public final class StatusFile {
    private static final Logger LOG = LoggerFactory.getLogger(StatusFile.class);

    private final Path file;
    private boolean told;

    /** Written with the first {@link #write}. */
    public StatusFile(Path file) {
        this.file = file.toAbsolutePath();
    }

    /** Replaces the file; one that cannot be written is said once. */
    public void write(TailerFigures figures) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.write(fresh, Wire.write(figures));
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            told = false;
        } catch (IOException e) {
            if (!told) {
                LOG.error(
                        "the status file {} cannot be written ({}); name another with --status-file",
                        file,
                        e.toString());
                told = true;
            }
        }
    }
}
