package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The table of all cases of a run: a line a case in {@code target/fault-matrix.tsv}, and in the log. */
final class FaultTable {
    private static final Logger LOG = LoggerFactory.getLogger(FaultTable.class);
    private static final Path FILE = Path.of("target", "fault-matrix.tsv");
    private static final String HEAD = "row\tseed\tlines\tL\tD\tD'\tX\tunordered\twrongly dropped\tseconds\tremark\n";

    private FaultTable() {}

    static synchronized void add(String row, long seed, Verdict v, double seconds, String remark) {
        String line = String.format(
                Locale.ROOT,
                "%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%.1f\t%s%n",
                row,
                seed,
                v.expected(),
                v.lost(),
                v.doubled(),
                v.doubledAfterDedupe(),
                v.damaged(),
                v.unordered(),
                v.wronglyDropped(),
                seconds,
                remark);
        try {
            Files.createDirectories(FILE.getParent());
            if (!Files.exists(FILE)) {
                Files.writeString(FILE, HEAD);
            }
            Files.writeString(FILE, line, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        LOG.info("{}", line.strip().replace("\t", " | "));
    }
}
