package dev.tracemend.tailer.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.logs.LineJoiner;
import dev.tracemend.tailer.event.EventAssembler;
import dev.tracemend.tailer.event.LineFlags;
import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes random bytes into files, in pieces, and reads them through follower and joiner with a small buffer, with restarts
 * and rewinds between: the events, put behind one another, are the file's lines; what is not is flagged.
 */
final class AnyBytes {
    private static final String[] PIECES = {
        "\n",
        "\r\n",
        "\n\n",
        "\0",
        "\tat a.b.C.d(C.java:1)\n",
        "Caused by: java.lang.X: y\n",
        "2026-11-21 10:00:00 ERROR x\n",
        "{\"log\":\"half",
        "{\"level\":\"info\"}\n",
        "Traceback (most recent call last):\n",
        "  File \"a.py\", line 1\n",
        "ü€😀",
        " ",
        "INFO ok\n",
        "\u2028",
        "\u0085",
        "... 3 more\n"
    };

    private final Path folder;
    private final Random random;

    AnyBytes(Path folder, long seed) {
        this.folder = folder;
        this.random = new Random(seed);
    }

    void check(int files) throws IOException {
        for (int i = 0; i < files; i++) {
            one(folder.resolve("f" + i % 16), i);
        }
    }

    private void one(Path file, int number) throws IOException {
        byte[] content = content();
        Files.deleteIfExists(file);
        Files.createFile(file);
        PositionRegistry registry = PositionRegistry.open(folder.resolve("none"));
        Reading reading = new Reading(registry, new ReadBuffer(1 + random.nextInt(300)), TailerMetrics.fresh());
        Events events = new Events();
        try (FileFollower follower = FileFollower.open(file, reading)) {
            for (int at = 0; at < content.length; ) {
                int count = Math.min(content.length - at, 1 + random.nextInt(400));
                Files.write(file, java.util.Arrays.copyOfRange(content, at, at + count), StandardOpenOption.APPEND);
                at += count;
                readAll(follower, events);
                if (random.nextInt(20) == 0) {
                    again(follower, events);
                }
            }
            readAll(follower, events);
            follower.finish(events);
            events.assembler.flush();
        }
        assertThat(events.lines()).as("file %d", number).isEqualTo(lines(content));
        assertThat(events.unterminated).isEqualTo(content.length > 0 && content[content.length - 1] != '\n');
        assertThat(events.end).isEqualTo(content.length);
    }

    /** As after a producer that failed: from the last event that arrived. */
    private static void again(FileFollower follower, Events events) throws IOException {
        events.assembler.flush();
        if (events.end > 0) {
            follower.remember(0, events.end);
        }
        follower.rewind();
        assertThat(follower.start()).isEqualTo(events.end);
    }

    private static void readAll(FileFollower follower, Events events) throws IOException {
        for (boolean any = true; any; ) {
            any = follower.read(events);
        }
    }

    private byte[] content() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        int pieces = random.nextInt(30);
        for (int i = 0; i < pieces; i++) {
            if (random.nextInt(3) == 0) {
                byte[] noise = new byte[random.nextInt(40)];
                random.nextBytes(noise);
                bytes.writeBytes(noise);
            } else {
                bytes.writeBytes(PIECES[random.nextInt(PIECES.length)].getBytes(StandardCharsets.UTF_8));
            }
        }
        byte[] content = bytes.toByteArray();
        // Two bytes say that it is UTF-16, which is tried elsewhere.
        if (content.length > 1 && (content[0] & 0xff) + (content[1] & 0xff) == 0xff + 0xfe) {
            content[0] = 'x';
        }
        return content;
    }

    /** What the lines are, told in another way: decoded as a whole, cut at LF, a CR before it dropped. */
    private static List<String> lines(byte[] content) {
        List<String> lines = new ArrayList<>();
        int from = 0;
        for (int at = 0; at <= content.length; at++) {
            boolean end = at < content.length ? content[at] == '\n' : at > from;
            if (end) {
                int to = at > from && content[at - 1] == '\r' ? at - 1 : at;
                lines.add(new String(content, from, to - from, StandardCharsets.UTF_8));
                from = at + 1;
            }
        }
        return lines;
    }

    private static final class Events implements Follower.Sink {
        private final StringBuilder text = new StringBuilder();
        private final EventAssembler assembler = new EventAssembler(this::event, new LineFlags());
        private long end;
        private boolean unterminated;

        private void event(LineJoiner event, LineFlags flags, long start, long eventEnd) {
            assertThat(start).isEqualTo(end);
            text.append(event.text()).append('\n');
            end = eventEnd;
        }

        @Override
        public void line(byte[] line, int from, int to, long start, long lineEnd) {
            assembler.add(line, from, to, start, lineEnd, 0);
        }

        @Override
        public void unterminated(byte[] line, int from, int to, long start, long lineEnd) {
            unterminated = true;
            line(line, from, to, start, lineEnd);
        }

        @Override
        public void newGeneration(int generation) {
            throw new AssertionError("the content is the same");
        }

        List<String> lines() {
            List<String> lines = new ArrayList<>(List.of(text.toString().split("\n", -1)));
            lines.remove(lines.size() - 1);
            return lines;
        }
    }
}
