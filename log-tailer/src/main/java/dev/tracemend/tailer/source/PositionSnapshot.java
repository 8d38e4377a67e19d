package dev.tracemend.tailer.source;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * All positions at one moment, as a text file with a version and a checksum.
 *
 * @param serial rises with each snapshot; the journal that follows it bears the same number
 * @param floor generations below may have been used for files that were forgotten
 */
record PositionSnapshot(long serial, int floor, List<Position> positions) {
    private static final String FIRST_VERSION = "tracemend-positions 1";
    private static final String VERSION = "tracemend-positions 2 ";

    /** Writes a new file, to its last byte on the disk. */
    static void write(Path fresh, long serial, int floor, Collection<Position> positions) throws IOException {
        StringBuilder body = new StringBuilder(128 * (positions.size() + 1));
        body.append(VERSION).append(serial).append(' ').append(floor).append('\n');
        positions.forEach(p -> body.append(PositionText.of(p)).append('\n'));
        String text = body + "sum " + PositionText.sum(body.toString()) + "\n";
        try (FileChannel out = FileChannel.open(
                fresh, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.TRUNCATE_EXISTING)) {
            ByteBuffer buffer = ByteBuffer.wrap(text.getBytes(StandardCharsets.UTF_8));
            while (buffer.hasRemaining()) {
                out.write(buffer);
            }
            out.force(true);
        }
    }

    /** Empty when the file is damaged in any way. */
    static Optional<PositionSnapshot> read(Path file) {
        try {
            String text = Files.readString(file);
            int end = text.lastIndexOf("sum ");
            if (end < 0 || !text.substring(end).strip().equals("sum " + PositionText.sum(text.substring(0, end)))) {
                return Optional.empty();
            }
            return Optional.of(parse(text.substring(0, end)));
        } catch (IOException | UncheckedIOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static PositionSnapshot parse(String body) {
        int lineEnd = body.indexOf('\n');
        String header = body.substring(0, lineEnd);
        boolean first = header.equals(FIRST_VERSION);
        if (!first && !header.startsWith(VERSION)) {
            throw new IllegalArgumentException("no version: " + header);
        }
        String[] numbers = first
                ? new String[] {"0", "0"}
                : header.substring(VERSION.length()).split(" ", 2);
        List<Position> positions = new ArrayList<>();
        for (String line : body.substring(lineEnd + 1).split("\n")) {
            if (!line.isEmpty()) {
                positions.add(PositionText.parse(line, first));
            }
        }
        return new PositionSnapshot(Long.parseLong(numbers[0]), Integer.parseInt(numbers[1]), positions);
    }
}
