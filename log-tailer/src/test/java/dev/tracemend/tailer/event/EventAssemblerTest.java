package dev.tracemend.tailer.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EventAssemblerTest {
    @Test
    void aTraceIsOneEventThatSpansItsLines() {
        EventAssembler assembler = new EventAssembler();
        assertThat(assembler.add("ERROR boom", 0, 11, 0)).isEmpty();
        assertThat(assembler.add("\tat a.B.c(B.java:1)", 11, 31, 0)).isEmpty();
        assertThat(assembler.add("INFO next", 31, 41, 0))
                .contains(new LogEvent("ERROR boom\n\tat a.B.c(B.java:1)", 0, 31));
        assertThat(assembler.flush()).contains(new LogEvent("INFO next", 31, 41));
        assertThat(assembler.flush()).isEmpty();
    }

    @Test
    void anOpenEventWaitsFromItsLastLine() {
        EventAssembler assembler = new EventAssembler();
        assembler.add("ERROR boom", 5, 16, 1_000);
        assembler.add("\tat a.B.c(B.java:1)", 16, 36, 1_200);
        assertThat(assembler.flushIfIdle(1_449, 250)).isEmpty();
        assertThat(assembler.flushIfIdle(1_450, 250)).map(LogEvent::end).contains(36L);
        assertThat(assembler.flushIfIdle(9_999, 250)).isEmpty();
    }

    @Test
    void eventsCoverEveryByteOnceInOrder() {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            EventAssembler assembler = new EventAssembler();
            List<LogEvent> events = new ArrayList<>();
            long offset = random.nextInt(1_000);
            long first = offset;
            StringBuilder fed = new StringBuilder();
            for (int i = 0; i < 50; i++) {
                String line = random.nextInt(3) == 0 ? "\tat x" + i : random.nextInt(4) == 0 ? "" : "INFO " + i;
                fed.append(line).append('\n');
                long end = offset + line.length() + 1;
                assembler.add(line, offset, end, i).ifPresent(events::add);
                offset = end;
                if (random.nextInt(10) == 0) {
                    assembler.flush().ifPresent(events::add);
                }
            }
            assembler.flush().ifPresent(events::add);
            StringBuilder seen = new StringBuilder();
            long next = first;
            for (LogEvent event : events) {
                assertThat(event.start()).isEqualTo(next);
                assertThat(event.end() - event.start()).isEqualTo(event.text().length() + 1);
                next = event.end();
                seen.append(event.text()).append('\n');
            }
            assertThat(seen.toString()).isEqualTo(fed.toString());
        }
    }
}
