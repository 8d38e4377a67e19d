package dev.tracemend.worker;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.fix.FixProgram;
import dev.tracemend.broker.BrokerExtension;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.ModelUse;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Verdict;
import dev.tracemend.logs.machine.GitFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** From a context on the topic to a result on the topic, through a model behind real HTTP. */
@ExtendWith(BrokerExtension.class)
@Timeout(120)
class ModelResultIT {
    private static final String SOURCE = """
            package shop;

            import java.util.List;
            import java.util.Map;
            import java.util.stream.Collectors;

            public final class Series {
                private Series() {}

                public static Map<String, Integer> lengths(List<String> words) {
                    return words.stream().collect(Collectors.toMap(word -> word, String::length));
                }
            }
            """;
    private static final String ERROR = "2026-11-21 10:00:00 ERROR shop.Report - no series, words=SPRING\\n"
            + "java.lang.IllegalStateException: Duplicate key SPRING (attempted merging values 6 and 6)\\n"
            + "\\tat java.base/java.util.stream.Collectors.duplicateKeyException(Collectors.java:135)\\n"
            + "\\tat java.base/java.util.stream.ReferencePipeline.collect(ReferencePipeline.java:682)\\n"
            + "\\tat shop.Series.lengths(Series.java:11)\\n"
            + "\\tat shop.Report.main(Report.java:30)";

    private final String topic = "model-" + UUID.randomUUID().toString().substring(0, 8);
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private final ScriptedModel model = new ScriptedModel(this::answer);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        model.close();
    }

    @Test
    void theResultNamesModelTokensAndTriesOfTheFixTheJudgeAcceptedSecond(EmbeddedBroker broker) throws IOException {
        for (TopicSpec spec : Topics.family(topic)) {
            broker.createTopic(spec.name(), spec.partitions(), spec.config());
        }
        Path file = folder.resolve("ws/src/main/java/shop/Series.java");
        Files.createDirectories(file.getParent());
        Files.writeString(file, SOURCE);
        Path workspace = GitFolder.commit(folder.resolve("ws"));
        WorkerConfig config = WorkerConfig.of(broker.bootstrap(), List.of(topic), workspace, folder.resolve("data"));
        try (TopicContents contents = new TopicContents(broker.bootstrap(), topic)) {
            contents.addText("{\"ctx\": [\"" + ERROR + "\"]}");

            new Worker(config.untilAnswered(), new FixProgram(config.fixConfig(), model.source())::fix).run();

            FixResult result = contents.results().get(0);
            assertThat(result.verdict()).as(result.toString()).isEqualTo(Verdict.VERIFIED);
            assertThat(result.mode()).isEqualTo("llm");
            assertThat(result.model()).isEqualTo(new ModelUse(ScriptedModel.NAME, 2, 200, 40));
            assertThat(result.tries()).isGreaterThanOrEqualTo(2);
            assertThat(result.patch().operator()).isEqualTo("model");
            assertThat(result.patch().diff()).contains("(one, other) -> one");
            assertThat(result.rootCause().text()).isEqualTo("the second try.");
            assertThat(result.verification().status()).isEqualTo("verified");
        }
        assertThat(requests).hasSize(2);
        assertThat(requests.get(1)).contains("refused");
    }

    private String answer(String request) {
        requests.add(request);
        return requests.size() == 1
                ? edit("the first try.", "word -> word.strip(), String::length")
                : edit("the second try.", "word -> word, String::length, (one, other) -> one");
    }

    private static String edit(String cause, String arguments) {
        return "CAUSE: " + cause + "\n\nsrc/main/java/shop/Series.java\n<<<<<<< SEARCH\n"
                + "        return words.stream().collect(Collectors.toMap(word -> word, String::length));\n=======\n"
                + "        return words.stream().collect(Collectors.toMap(" + arguments + "));\n>>>>>>> REPLACE\n";
    }
}
