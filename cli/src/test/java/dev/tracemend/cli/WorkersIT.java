package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.cli.stack.DemoShop;
import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Workers beside the demo: two share the work without a second proposal, and one that is killed loses and doubles nothing. */
class WorkersIT {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int CAUSES = DemoShop.VERIFIED + DemoShop.DIAGNOSED;

    @TempDir
    private Path home;

    private final String kafkaPort = Integer.toString(TracemendProcess.freePort());
    private final String bootstrap = "127.0.0.1:" + kafkaPort;

    @Test
    void twoWorkersMakeOneProposalForEachCause() throws Exception {
        try (TracemendProcess demo = demo(1);
                TracemendProcess worker = worker()) {
            List<FixResult> results = awaitAnswers(demo);
            assertThat(worker.isAlive()).as(worker.stderr()).isTrue();
            oneProposalForEachCause(results);
        }
    }

    @Test
    void aKilledWorkerLosesAndDoublesNothing() throws Exception {
        try (TracemendProcess demo = demo(0)) {
            awaitBroker(demo);
            for (int answered = 1; answered <= 3; answered++) {
                int enough = answered;
                try (TracemendProcess worker = worker()) {
                    // The next attempt starts as soon as a result is written: the kill lands in the middle of it.
                    Awaitility.await()
                            .atMost(PATIENCE)
                            .until(() -> read().results().size() >= enough);
                    worker.kill();
                }
            }
            try (TracemendProcess worker = worker()) {
                oneProposalForEachCause(awaitAnswers(demo));
                worker.terminate();
                assertThat(worker.await(Duration.ofSeconds(60)))
                        .as(worker.stderr())
                        .isZero();
            }
        }
    }

    private TracemendProcess demo(int workers) {
        return TracemendProcess.start(
                home,
                "demo",
                "--workers",
                Integer.toString(workers),
                "--kafka-port",
                kafkaPort,
                "--port",
                Integer.toString(TracemendProcess.freePort()));
    }

    private TracemendProcess worker() {
        // The demo tells where its checkout is once it runs; before that a worker would look into the wrong folder.
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() ->
                        home.resolve(".local/share/tracemend/running").toFile().list() != null);
        return TracemendProcess.start(home, "worker", "--topic", "app", "--bootstrap", bootstrap);
    }

    private record Answers(List<ErrorContext> contexts, List<FixResult> results) {}

    private List<FixResult> awaitAnswers(TracemendProcess demo) {
        Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofSeconds(1)).until(() -> {
            assertThat(demo.isAlive()).as(demo.stderr()).isTrue();
            Answers now = read();
            return now.contexts().stream()
                                    .map(ErrorContext::fingerprint)
                                    .distinct()
                                    .count()
                            >= CAUSES
                    && now.results().size() >= now.contexts().size();
        });
        return read().results();
    }

    private void oneProposalForEachCause(List<FixResult> results) {
        assertThat(results).extracting(FixResult::id).doesNotHaveDuplicates();
        assertThat(results).extracting(FixResult::ctxId).doesNotHaveDuplicates();
        Set<String> answered = new HashSet<>();
        results.forEach(result -> answered.add(result.ctxId()));
        assertThat(read().contexts()).extracting(ErrorContext::id).allMatch(answered::contains);
        List<FixResult> standing =
                results.stream().filter(r -> r.repeatOf().isEmpty()).toList();
        assertThat(standing)
                .extracting(FixResult::fingerprint)
                .doesNotHaveDuplicates()
                .hasSize(CAUSES);
        assertThat(standing.stream().filter(r -> !r.patch().diff().isEmpty())).hasSize(DemoShop.VERIFIED);
    }

    private void awaitBroker(TracemendProcess demo) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            assertThat(demo.isAlive()).as(demo.stderr()).isTrue();
            return !read().contexts().isEmpty();
        });
    }

    private Answers read() {
        Answers answers = new Answers(new ArrayList<>(), new ArrayList<>());
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            if (!kafka.names().contains(Topics.results("app"))) {
                return answers;
            }
            kafka.read(List.of(Topics.ctx("app"), Topics.results("app")), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    if (record.topic().equals(Topics.ctx("app"))) {
                        answers.contexts().add(Wire.errorContext(record.value()));
                    } else {
                        answers.results().add(Wire.fixResult(record.value()));
                    }
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return answers;
    }
}
