package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventAssemblerTest {
    private record Event(String text, long start, long end) {}

    private final List<Event> events = new ArrayList<>();
    private final List<Boolean> flagged = new ArrayList<>();
    private final LineFlags flags = new LineFlags();
    private final EventAssembler assembler = new EventAssembler(
            (event, flags, start, end) -> {
                events.add(new Event(event.text().toString(), start, end));
                flagged.add(flags.isAny());
            },
            flags);

    @Test
    void aTraceIsOneEventThatSpansItsLines() {
        add("ERROR boom", 0, 11, 0);
        add("\tat a.B.c(B.java:1)", 11, 31, 0);
        assertThat(events).isEmpty();
        add("INFO next", 31, 41, 0);
        assertThat(events).containsExactly(new Event("ERROR boom\n\tat a.B.c(B.java:1)", 0, 31));
        assembler.flush();
        assembler.flush();
        assertThat(events).hasSize(2).endsWith(new Event("INFO next", 31, 41));
    }

    @Test
    void whatIsSaidOfALineIsSaidOfItsEventAlone() {
        add("INFO one", 0, 9, 0);
        flags.cut(1_000);
        add("ERROR two", 9, 20, 0);
        add("\tat a.B.c(B.java:1)", 20, 40, 0);
        add("INFO three", 40, 51, 0);
        assembler.flush();
        assertThat(flagged).containsExactly(false, true, false);
    }

    @Test
    void anOpenEventWaitsFromItsLastLine() {
        add("ERROR boom", 5, 16, 1_000);
        add("\tat a.B.c(B.java:1)", 16, 36, 1_200);
        flushIfIdle(1_449, 2, 250);
        assertThat(events).isEmpty();
        flushIfIdle(1_450, 2, 250);
        flushIfIdle(9_999, 2, 250);
        assertThat(events).extracting(Event::end).containsExactly(36L);
    }

    @Test
    void aLineThatNoTraceFollowsHardlyWaits() {
        add("2026-11-21 10:00:00 INFO shop.Shop - started", 0, 45, 1_000);
        flushIfIdle(1_001, 2, 250);
        assertThat(events).isEmpty();
        flushIfIdle(1_002, 2, 250);
        assertThat(events).hasSize(1);
        add("2026-11-21 10:00:00 ERROR shop.Shop - gone", 45, 88, 2_000);
        flushIfIdle(2_249, 2, 250);
        assertThat(events).hasSize(1);
    }

    private void flushIfIdle(long now, long least, long most) {
        if (assembler.isIdle(now, least, most)) {
            assembler.flush();
        }
    }

    @Test
    void eventsCoverEveryByteOnceInOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            events.clear();
            long offset = random.nextInt(1_000);
            long first = offset;
            StringBuilder fed = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                String line = random.nextInt(3) == 0 ? "\tat x" + i : random.nextInt(4) == 0 ? "" : "INFO " + i;
                fed.append(line).append('\n');
                long end = offset + line.length() + 1;
                add(line, offset, end, i);
                offset = end;
                if (random.nextInt(10) == 0) {
                    assembler.flush();
                }
            }
            assembler.flush();
            StringBuilder seen = new StringBuilder();
            long next = first;
            for (Event event : events) {
                assertThat(event.start()).isEqualTo(next);
                assertThat(event.end() - event.start()).isEqualTo(event.text().length() + 1);
                next = event.end();
                seen.append(event.text()).append('\n');
            }
            assertThat(seen.toString()).isEqualTo(fed.toString());
        }
    }

    private void add(String line, long start, long end, long now) {
        byte[] bytes = line.getBytes(StandardCharsets.UTF_8);
        assembler.add(bytes, 0, bytes.length, start, end, now);
    }
}
