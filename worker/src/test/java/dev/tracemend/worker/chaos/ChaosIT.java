package dev.tracemend.worker.chaos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tracemend.agent.workspace.Checkout;
import dev.tracemend.agent.workspace.ScratchWorktree;
import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.machine.GitFolder;
import dev.tracemend.worker.TopicContents;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Three workers and a broker, each a process, killed without a word at random while 200 contexts of 60 causes are being
 * worked on. For 40 s; {@code -Dchaos.seconds=300} for as long as one likes.
 */
@Timeout(900)
class ChaosIT {
    private static final Logger LOG = LoggerFactory.getLogger(ChaosIT.class);
    private static final int CONTEXTS = 200;
    private static final int CAUSES = 60;
    private static final int WORKERS = 3;
    private static final String TOPIC = "chaos";

    private final List<ChaosProcess> processes = new ArrayList<>();
    private final Random random = new Random(3);

    @TempDir
    private Path folder;

    @AfterEach
    void end() {
        processes.forEach(ChaosProcess::close);
    }

    @Test
    void eachContextHasOneResultAndEachCauseOneProposalWhateverIsKilled() throws Exception {
        int port = freePort();
        String bootstrap = "localhost:" + port;
        Path checkout = GitFolder.commit(folder.resolve("ws"));
        GitFolder.write(checkout, "A.java", "class A {}\n");
        Files.writeString(checkout.resolve("B.java"), "not committed\n");
        Map<String, String> before = files(checkout);
        String head = GitFolder.head(checkout);
        ChaosProcess broker =
                started(ChaosBroker.class, "broker", folder.resolve("kafka").toString(), "" + port);
        makeTopics(bootstrap);
        List<ChaosProcess> workers = new ArrayList<>();
        for (int i = 0; i < WORKERS; i++) {
            workers.add(started(
                    ChaosWorker.class,
                    "worker-" + i,
                    bootstrap,
                    TOPIC,
                    checkout.toString(),
                    folder.resolve("data-" + i).toString()));
        }

        try (TopicContents contents = new TopicContents(bootstrap, TOPIC)) {
            killAtRandom(contents, broker, workers);
            broker.revive();
            await().atMost(Duration.ofMinutes(5))
                    .pollInterval(Duration.ofSeconds(1))
                    .until(() -> {
                        for (ChaosProcess worker : workers) {
                            worker.revive();
                        }
                        return contents.results().size() >= CONTEXTS;
                    });

            List<FixResult> results = contents.results();
            assertThat(results).hasSize(CONTEXTS).extracting(FixResult::ctxId).doesNotHaveDuplicates();
            Map<String, Long> proposals = results.stream()
                    .filter(result -> result.repeatOf().isEmpty())
                    .collect(Collectors.groupingBy(FixResult::fingerprint, Collectors.counting()));
            assertThat(proposals).hasSize(CAUSES).allSatisfy((cause, count) -> assertThat(count)
                    .isOne());
            assertThat(contents.requests()).hasSize(CAUSES).doesNotHaveDuplicates();
        }
        LOG.info(
                "starts: broker {}, workers {}",
                broker.starts(),
                workers.stream().map(ChaosProcess::starts).toList());
        for (ChaosProcess worker : workers) {
            worker.kill();
        }
        for (int i = 0; i < WORKERS; i++) {
            // As each worker does when it starts.
            ScratchWorktree.collectStale(Checkout.open(checkout), folder.resolve("data-" + i + "/scratch"));
            assertThat(entries(folder.resolve("data-" + i + "/scratch"))).isEmpty();
        }
        assertThat(GitFolder.git(checkout, "worktree", "list", "--porcelain").split("worktree "))
                .as("no worktree but the checkout itself")
                .hasSize(2);
        assertThat(files(checkout)).isEqualTo(before);
        assertThat(GitFolder.head(checkout)).isEqualTo(head);
    }

    /** Adds the contexts bit by bit; every two seconds or so something dies and is started again a little later. */
    private void killAtRandom(TopicContents contents, ChaosProcess broker, List<ChaosProcess> workers)
            throws Exception {
        long seconds = Long.getLong("chaos.seconds", 40);
        long end = System.nanoTime() + Duration.ofSeconds(seconds).toNanos();
        int sent = 0;
        int round = 0;
        while (System.nanoTime() < end) {
            int until = Math.min(CONTEXTS, sent + Math.max(4, (int) (CONTEXTS * 4 / seconds)));
            for (; sent < until; sent++) {
                contents.add("c" + sent, "f" + sent % CAUSES, 1);
            }
            pause(500 + random.nextInt(2_500));
            ChaosProcess victim = ++round % 5 == 0 ? broker : workers.get(random.nextInt(WORKERS));
            victim.kill();
            pause(random.nextInt(1_000));
            broker.revive();
            for (ChaosProcess worker : workers) {
                worker.revive();
            }
        }
        for (; sent < CONTEXTS; sent++) {
            contents.add("c" + sent, "f" + sent % CAUSES, 1);
        }
    }

    private static void pause(long millis) {
        await().pollDelay(Duration.ofMillis(millis))
                .atMost(Duration.ofMinutes(1))
                .until(() -> true);
    }

    private ChaosProcess started(Class<?> main, String name, String... words) throws IOException {
        ChaosProcess process = new ChaosProcess(folder.resolve(name + ".txt"), main, words);
        processes.add(process);
        process.start();
        return process;
    }

    private static void makeTopics(String bootstrap) {
        await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(() -> {
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
                List<NewTopic> topics =
                        Topics.family(TOPIC).stream().map(ChaosIT::made).toList();
                admin.createTopics(topics).all().get();
            }
            return true;
        });
    }

    private static NewTopic made(TopicSpec spec) {
        return new NewTopic(spec.name(), Optional.of(spec.partitions()), Optional.empty()).configs(spec.config());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private static List<Path> entries(Path scratch) throws IOException {
        if (!Files.isDirectory(scratch)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(scratch)) {
            return entries.toList();
        }
    }

    /** Every file of the checkout but git's own, with its bytes. */
    private static Map<String, String> files(Path checkout) throws IOException {
        Map<String, String> files = new TreeMap<>();
        try (Stream<Path> all = Files.walk(checkout)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                String name = checkout.relativize(file).toString();
                if (!name.startsWith(".git/")) {
                    files.put(name, Files.readString(file));
                }
            }
        }
        return files;
    }
}
