package dev.tracemend.tailer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.LogLine;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

@ExtendWith(BrokerExtension.class)
class TailerRestartIT {
    private TailerCase logs;

    @BeforeEach
    void start(EmbeddedBroker broker, @TempDir Path folder) {
        logs = TailerCase.of(broker.bootstrap(), folder);
    }

    @Test
    void aRestartLosesNothingAndRepeatsNothing() throws Exception {
        try (RawTopic topic = logs.read()) {
            for (int i = 0; i < 5; i++) {
                logs.appendLines("app.log", i * 100, i * 100 + 50);
                try (Tailer tailer = logs.start("app.log")) {
                    logs.appendLines("app.log", i * 100 + 50, i * 100 + 100);
                    topic.awaitTexts(TailerCase.numbered(0, i * 100 + 100));
                    assertThat(tailer.published()).isPositive();
                }
            }
            assertThat(topic.lines()).extracting(LogLine::id).doesNotHaveDuplicates();
        }
    }

    @Test
    void aStopInTheMiddleOfABacklogRepeatsNothing() throws Exception {
        for (int i = 0; i < 4; i++) {
            logs.appendLines("app.log", i * 50_000, i * 50_000 + 50_000);
            try (Tailer tailer = logs.start("app.log")) {
                assertThat(tailer.published()).isNotNegative();
                org.awaitility.Awaitility.await().until(() -> tailer.published() > 500);
            }
        }
        try (Tailer tailer = logs.start("app.log");
                RawTopic topic = logs.read()) {
            topic.awaitTexts(TailerCase.numbered(0, 200_000));
            assertThat(tailer.published()).isNotNegative();
        }
    }

    @Test
    void aDamagedRegistryIsPassedOverAndIdsStayTheSame() throws Exception {
        try (RawTopic topic = logs.read()) {
            logs.appendLines("app.log", 0, 100);
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitTexts(TailerCase.numbered(0, 100));
                assertThat(tailer.published()).isPositive();
            }
            Files.write(logs.state().resolve("positions"), new byte[] {1, 2, 3});
            logs.appendLines("app.log", 100, 150);
            try (Tailer tailer = logs.start("app.log")) {
                topic.awaitDistinct(TailerCase.numbered(0, 150));
                assertThat(tailer.published()).isPositive();
            }
        }
    }

    @Test
    void anOlderRegistryRepeatsLinesWithTheirIds() throws Exception {
        try (RawTopic topic = logs.read()) {
            Path old = Files.createDirectory(logs.file("old-positions"));
            for (int i = 0; i < 3; i++) {
                logs.appendLines("app.log", i * 100, i * 100 + 100);
                if (i == 2) {
                    registry(logs.state(), Files::delete);
                    registry(old, file -> Files.copy(file, logs.state().resolve(file.getFileName())));
                }
                try (Tailer tailer = logs.start("app.log")) {
                    topic.awaitDistinct(TailerCase.numbered(0, i * 100 + 100));
                    assertThat(tailer.published()).isPositive();
                }
                if (i == 0) {
                    registry(logs.state(), file -> Files.copy(file, old.resolve(file.getFileName())));
                }
            }
            assertThat(topic.lines()).hasSize(400);
        }
    }

    private interface OnFile {
        void on(Path file) throws IOException;
    }

    /** The registry is several files: a snapshot, its journal and the ones before. */
    private static void registry(Path folder, OnFile action) throws IOException {
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "positions*")) {
            for (Path file : files) {
                action.on(file);
            }
        }
    }

    @Test
    void aSecondTailerOnTheSameStateFolderIsRefused() throws Exception {
        try (Tailer tailer = logs.start("app.log")) {
            assertThatThrownBy(() -> logs.start("*.log"))
                    .isInstanceOf(TailerStartException.class)
                    .hasMessageContaining(logs.state().toString())
                    .hasMessageContaining("--state");
            assertThat(tailer.published()).isZero();
        }
        try (Tailer again = logs.start("app.log")) {
            assertThat(again.published()).isZero();
        }
    }

    @Test
    void aRefusedStartLeavesTheStateFolderFree() throws Exception {
        Files.createDirectory(logs.file("app.log"));
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> logs.start("app.log"))
                    .isInstanceOf(TailerStartException.class)
                    .hasMessageContaining("is a folder");
        }
    }

    @Test
    void severalFilesKeepTheirOwnOrderAndKeys() throws Exception {
        try (Tailer tailer = logs.start("*.log");
                RawTopic topic = logs.read()) {
            for (int i = 0; i < 10; i++) {
                logs.appendLines("a.log", i * 10, i * 10 + 10);
                logs.appendLines("b.log", i * 10, i * 10 + 10);
            }
            org.awaitility.Awaitility.await().until(() -> topic.lines().size() >= 200);
            for (String name : List.of("a.log", "b.log")) {
                assertThat(topic.lines().stream().filter(line -> line.source().endsWith(name)))
                        .extracting(LogLine::line)
                        .isEqualTo(TailerCase.numbered(0, 100));
            }
            assertThat(tailer.published()).isEqualTo(200);
        }
    }
}
