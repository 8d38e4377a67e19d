package dev.tracemend.streams.contexts;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.logs.EventReading;
import dev.tracemend.logs.JoinedEvent;
import dev.tracemend.streams.window.EventLines;
import dev.tracemend.streams.window.Finding;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;

/** A cause while its errors are counted; the first error is the sample. */
final class OpenCause {
    private static final int MOST_SAMPLES = 20;
    private static final int ID_BYTES = 16;

    private final String source;
    private final JoinedEvent event;
    private final Finding finding;
    private final String why;
    private final String grouping;
    private final List<String> before;
    private final EventLines lines;
    private final int redactions;
    private final List<String> after = new ArrayList<>();
    private final List<String> samples = new ArrayList<>();
    private final double first;
    private double firstSeen;
    private double lastSeen;
    private long count;

    OpenCause(
            String source, MaskedEvent event, EventReading reading, String grouping, List<String> before, double time) {
        this.source = source;
        this.event = event.event();
        this.finding = Finding.of(reading);
        this.why = reading.verdict().explain();
        this.grouping = grouping;
        this.before = before;
        this.lines = EventLines.of(event.text());
        this.redactions = event.redactions();
        this.first = time;
        this.firstSeen = time;
        this.lastSeen = time;
    }

    void count(String of, long line, double time) {
        count++;
        if (time > 0) {
            firstSeen = firstSeen == 0 ? time : Math.min(firstSeen, time);
            lastSeen = Math.max(lastSeen, time);
        }
        if (samples.size() < MOST_SAMPLES) {
            samples.add(of + ':' + line);
        }
    }

    /** Adds a line that follows the sample. */
    void follow(String line) {
        after.add(EventLines.of(line).lines().get(0));
    }

    int followers() {
        return after.size();
    }

    CauseContext done(String topic) {
        List<String> ctx = new ArrayList<>(before);
        ctx.addAll(lines.lines());
        ctx.addAll(after);
        ErrorContext context = new ErrorContext(
                1,
                id(topic),
                topic,
                0,
                finding.fingerprint(),
                finding.title(),
                "",
                finding.language(),
                finding.exceptions(),
                count,
                firstSeen,
                lastSeen,
                new TimeWindow(firstSeen, lastSeen),
                ctx,
                samples,
                redactions,
                lines.truncated() || count > samples.size(),
                lastSeen);
        return new CauseContext(context, source, event.lines()[0], why, grouping);
    }

    /** The same for the same file read again. */
    private String id(String topic) {
        String text = topic + '\n' + finding.fingerprint() + '\n' + first + '\n' + samples.get(0);
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash, 0, ID_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
