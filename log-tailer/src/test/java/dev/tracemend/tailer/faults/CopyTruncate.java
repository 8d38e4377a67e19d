package dev.tracemend.tailer.faults;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;

/** Another process's copytruncate, with the time it leaves between the end of the copy and the truncation. */
final class CopyTruncate {
    private final Path path;
    private final List<Path> files = new ArrayList<>();
    private long nanos;

    CopyTruncate(Path path) {
        this.path = path;
        files.add(path);
    }

    void rotate() throws IOException {
        Path copy = path.resolveSibling(path.getFileName() + "." + files.size());
        Files.copy(path, copy);
        long copied = System.nanoTime();
        try (FileChannel file = FileChannel.open(path, StandardOpenOption.WRITE)) {
            file.truncate(0);
        }
        nanos += System.nanoTime() - copied;
        files.add(copy);
    }

    /** Every line that is whole in a copy or in the file itself. */
    BitSet numbersInFiles(FaultLines lines) throws IOException {
        BitSet numbers = new BitSet();
        for (Path file : files) {
            for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).split("\n")) {
                lines.number(line).ifPresent(n -> numbers.set((int) n));
            }
        }
        return numbers;
    }

    @Override
    public String toString() {
        int count = files.size() - 1;
        return count + " truncations, window " + nanos / 1_000 / Math.max(1, count) + " us each";
    }
}
