package dev.tracemend.tailer.event;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sources that are still owed ticks, whatever file each was last read from. They are kept on disk: a tailer that ends
 * right after an error sends the ticks when it starts again, or the window of that error would never close. One thread
 * only, but {@link Tick#arrived} may come from any.
 */
public final class QuietSources {
    private static final Logger LOG = LoggerFactory.getLogger(QuietSources.class);
    private static final String VERSION = "tracemend-quiet 1";

    private final Path file;
    private final List<Duration> after;
    private final Map<String, Owed> owed = new LinkedHashMap<>();
    private boolean changed;
    private boolean added;
    private boolean told;

    /** A tick to send; its id is the last event's with the tick's number. */
    public record Tick(String lastId, int number, String source, double time, Runnable arrived) {}

    private static final class Owed {
        private final QuietTicks ticks;
        private String lastId = "";
        private double time;
        /** The event whose last tick has arrived; written by the producer's thread. */
        private volatile String settledId = "";

        Owed(QuietTicks ticks) {
            this.ticks = ticks;
        }

        void event(String id, double eventTime, long now) {
            lastId = id;
            time = Math.max(time, eventTime);
            ticks.event(time, now);
        }

        boolean isSettled() {
            return settledId.equals(lastId);
        }
    }

    private QuietSources(Path file, List<Duration> after) {
        this.file = file;
        this.after = after;
    }

    /** Reads what was owed when the tailer ended; its quiet time begins {@code now}, in milliseconds of a steady clock. */
    public static QuietSources open(Path folder, List<Duration> after, long now) {
        QuietSources sources = new QuietSources(folder.resolve("quiet"), after);
        sources.load(now);
        return sources;
    }

    /** An event was published; {@code time} is its event time in seconds. */
    public void event(String source, String id, double time, long now) {
        Owed known = owed.get(source);
        if (known == null) {
            known = new Owed(new QuietTicks(after));
            owed.put(source, known);
            added = true;
        }
        known.event(id, time, now);
        changed = true;
    }

    /** The ticks that are due. */
    public List<Tick> due(long now) {
        forgetSettled();
        List<Tick> due = new ArrayList<>();
        owed.forEach((source, owing) -> owing.ticks.due(now).ifPresent(time -> due.add(tick(source, owing, time))));
        return due;
    }

    private static Tick tick(String source, Owed owing, double time) {
        String id = owing.lastId;
        int number = owing.ticks.sent();
        Runnable last = () -> owing.settledId = id;
        return new Tick(id, number, source, time, owing.ticks.isLast() ? last : () -> {});
    }

    /** What was sent may not have arrived: everything unsettled is owed again. */
    public void again(long now) {
        owed.values().forEach(source -> source.event(source.lastId, source.time, now));
    }

    /** Writes what is owed if a source has come to it; of the others an older event is known. */
    public void saveNew() {
        if (added) {
            save();
        }
    }

    /** Writes what is owed if that has changed; no tick is worth more than a warning. */
    public void save() {
        forgetSettled();
        if (!changed) {
            return;
        }
        StringBuilder text = new StringBuilder(VERSION).append('\n');
        owed.forEach((source, owing) -> text.append(owing.time)
                .append('\t')
                .append(owing.lastId)
                .append('\t')
                .append(source.replace("\\", "\\\\").replace("\n", "\\n").replace("\r", "\\r"))
                .append('\n'));
        try {
            Path fresh = Files.writeString(file.resolveSibling("quiet.new"), text);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            changed = false;
            added = false;
            told = false;
        } catch (IOException e) {
            if (!told) {
                LOG.warn("{} cannot be written ({}); is the disk full?", file, e.toString());
                told = true;
            }
        }
    }

    private void forgetSettled() {
        changed |= owed.values().removeIf(Owed::isSettled);
    }

    private void load(long now) {
        if (!Files.exists(file)) {
            return;
        }
        try {
            String text = Files.readString(file);
            if (!text.startsWith(VERSION + "\n") || !text.endsWith("\n")) {
                throw new IllegalArgumentException("no list of quiet sources");
            }
            text.lines().skip(1).map(line -> line.split("\t", 3)).forEach(entry -> {
                double time = Double.parseDouble(entry[0]);
                if (!Double.isFinite(time)) {
                    throw new IllegalArgumentException("no time: " + entry[0]);
                }
                event(entry[2].translateEscapes(), entry[1], time, now);
            });
        } catch (IOException | IllegalArgumentException | IndexOutOfBoundsException e) {
            owed.clear();
            LOG.warn("{} is damaged and passed over; a window may stay open until its source's next line", file);
        }
        changed = false;
    }
}
