package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.awaitility.Awaitility.await;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TailerTicksIT {
    @Test
    void aQuietSourceSendsTwoTicksAndNoMore(EmbeddedBroker broker, @TempDir Path folder) throws Exception {
        TailerCase logs = TailerCase.of(broker.bootstrap(), folder);
        TailerConfig slow = logs.config("app.log");
        TailerConfig config = new TailerConfig(
                slow.bootstrap(),
                slow.topic(),
                slow.globs(),
                slow.stateDir(),
                slow.poll(),
                slow.rescan(),
                slow.joinWait(),
                List.of(Duration.ofMillis(400), Duration.ofMillis(1_000)));
        logs.append("app.log", "INFO one\nINFO two\n");
        try (Tailer tailer = Tailer.start(config);
                RawTopic topic = logs.read()) {
            await().until(() -> topic.records().size() >= 4);
            await().during(Duration.ofSeconds(2)).until(() -> topic.records().size() == 4);
            LogLine last = topic.records().get(1);
            List<LogLine> ticks = topic.records().subList(2, 4);
            assertThat(ticks).extracting(LogLine::kind).containsOnly(LogLine.Kind.TICK);
            assertThat(ticks).extracting(LogLine::id).containsExactly(last.id() + ":tick1", last.id() + ":tick2");
            assertThat(ticks).extracting(LogLine::source).containsOnly(last.source());
            assertThat(ticks.get(0).ts()).isCloseTo(last.ts() + 0.4, within(0.15));
            assertThat(ticks.get(1).ts()).isCloseTo(last.ts() + 1.0, within(0.15));
            logs.append("app.log", "INFO three\n");
            await().until(() -> topic.records().size() == 7);
            assertThat(tailer.published()).isEqualTo(7);
        }
    }
}
