package dev.tracemend.tailer.source;

import dev.tracemend.tailer.metrics.TailerMetrics;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tailer without a broker: what is read is kept, and has arrived when a test says so. */
final class FollowingCase implements AutoCloseable {
    private final Path folder;
    private final List<String> globs;
    private final ReadConfig config;
    private PositionRegistry registry;
    private Following following;
    private final Map<String, String> byId = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private final List<String> unterminated = new ArrayList<>();
    private final TailerMetrics metrics = TailerMetrics.fresh();

    FollowingCase(Path folder, String... globs) {
        this(folder, ReadConfig.defaults(), globs);
    }

    FollowingCase(Path folder, ReadConfig config, String... globs) {
        this.folder = folder;
        this.config = config;
        this.globs = List.of(globs).stream().map(glob -> folder + "/" + glob).toList();
        start();
    }

    private void start() {
        Path state = folder.resolve("state");
        try {
            Files.createDirectories(state);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        registry = PositionRegistry.open(state);
        following = Following.of(
                new LogFiles(globs, config, state),
                new Reading(registry, new ReadBuffer(), metrics),
                Duration.ofMillis(20));
    }

    /** As after a kill: nothing is said to anyone. */
    void restart() {
        following.close();
        start();
    }

    /** As after a kill with everything that was read still on its way: none of it has reached anyone. */
    void killedBeforeAnythingArrived() {
        byId.clear();
        lines.clear();
        restart();
    }

    /** Reads all there is; what was read has arrived. */
    void readAll() throws Exception {
        for (boolean any = true; any; ) {
            any = turn(true);
        }
    }

    /** Until so many lines were read, or five seconds have gone. */
    void readUntil(int count) throws Exception {
        long end = System.nanoTime() + 5_000_000_000L;
        while (lines.size() < count && System.nanoTime() < end) {
            turn(true);
            following.await(Duration.ofMillis(5));
        }
        readAll();
    }

    boolean turn(boolean arrives) throws IOException {
        following.look();
        boolean any = false;
        for (Tracked each : following.due()) {
            Capture capture = new Capture(each.follower(), arrives);
            boolean had = each.follower().read(capture);
            any |= had;
            if (arrives && capture.end >= 0) {
                each.follower().remember(capture.generation, capture.end);
            }
            each.turned(had, true, following.longestPause());
        }
        for (Tracked each : following.ending()) {
            each.follower().finish(new Capture(each.follower(), arrives));
        }
        following.leave();
        registry.save();
        return any;
    }

    private final class Capture implements Follower.Sink {
        private final Follower follower;
        private final boolean arrives;
        private int generation;
        private long end = -1;

        Capture(Follower follower, boolean arrives) {
            this.follower = follower;
            this.arrives = arrives;
            this.generation = follower.generation();
        }

        @Override
        public void line(byte[] text, int from, int to, long start, long lineEnd) {
            String line = new String(text, from, to - from, StandardCharsets.UTF_8);
            lines.add(line);
            byId.merge(follower.idText() + ":" + generation + ":" + start, line, (old, now) -> {
                if (!old.equals(now)) {
                    throw new AssertionError("one id for '" + old + "' and '" + now + "'");
                }
                return now;
            });
            end = lineEnd;
        }

        @Override
        public void unterminated(byte[] text, int from, int to, long start, long lineEnd) {
            unterminated.add(new String(text, from, to - from, StandardCharsets.UTF_8));
            line(text, from, to, start, lineEnd);
        }

        @Override
        public void newGeneration(int next) {
            if (arrives && end >= 0) {
                follower.remember(generation, end);
            }
            generation = next;
            end = -1;
        }
    }

    /** All lines, with what came twice. */
    List<String> lines() {
        return lines;
    }

    /** The lines after what bears the same id was dropped. */
    List<String> distinct() {
        return List.copyOf(byId.values());
    }

    List<String> unterminated() {
        return unterminated;
    }

    Following following() {
        return following;
    }

    PositionRegistry registry() {
        return registry;
    }

    TailerMetrics metrics() {
        return metrics;
    }

    Path file(String name) {
        return folder.resolve(name);
    }

    void append(String name, String text) throws IOException {
        Files.writeString(file(name), text, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    void append(String name, int from, int to) throws IOException {
        StringBuilder text = new StringBuilder();
        numbered(from, to).forEach(line -> text.append(line).append('\n'));
        append(name, text.toString());
    }

    /** As logrotate does it. */
    void copyAndTruncate(String name, String copy) throws IOException {
        Files.copy(file(name), file(copy));
        truncate(name);
    }

    void truncate(String name) throws IOException {
        Files.write(file(name), new byte[0], StandardOpenOption.TRUNCATE_EXISTING);
    }

    static List<String> numbered(int from, int to) {
        List<String> lines = new ArrayList<>();
        for (int i = from; i < to; i++) {
            lines.add("2026-11-21 10:00:00 INFO line " + i);
        }
        return lines;
    }

    @Override
    public void close() {
        following.close();
    }
}
