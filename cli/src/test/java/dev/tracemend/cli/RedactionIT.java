package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.Topics;
import dev.tracemend.logs.RedactionCorpus;
import dev.tracemend.logs.machine.GitFolder;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every secret of the corpus is written to a log that goes all the way; none of them is found where text comes out. */
class RedactionIT {
    private static final Duration PATIENCE = Duration.ofMinutes(6);
    /** Each of these many lines is an error of its own, with a trace that says the line again. */
    private static final int ERRORS = 60;

    private static final Pattern BASE64 = Pattern.compile("\"payload\":\"([A-Za-z0-9+/=]+)\"");

    @TempDir
    private Path home;

    private final String kafkaPort = Integer.toString(TracemendProcess.freePort());
    private final String pagePort = Integer.toString(TracemendProcess.freePort());

    @Test
    void noSecretOfTheCorpusComesOutAnywhere() throws Exception {
        List<RedactionCorpus.Entry> entries = corpus();
        List<String> secrets = secrets(entries);
        assertThat(secrets).hasSizeGreaterThan(200);
        Files.writeString(home.resolve("shop.log"), log(entries));
        checkout();
        try (TracemendProcess up = TracemendProcess.start(
                home,
                "up",
                "--workspace",
                home.resolve("shop").toString(),
                "--logs",
                home.resolve("shop.log").toString(),
                "--topic",
                "leaks",
                "--no-model",
                "--kafka-port",
                kafkaPort,
                "--port",
                pagePort)) {
            awaitResults(up);
            Map<String, List<String>> texts = topics();
            texts.put("page", List.of(page("/api/incidents?limit=500"), page("/")));
            texts.put("standard error", List.of(up.stderr()));
            up.terminate();
            up.await(Duration.ofSeconds(60));
            texts.put("standard output", List.of(up.stdout()));
            texts.putAll(ownFiles());

            assertThat(texts).containsKeys(Topics.raw("leaks"), Topics.ctx("leaks"), Topics.results("leaks"));
            assertThat(found(secrets, texts)).isEmpty();
            assertThat(texts.get(Topics.raw("leaks")))
                    .anyMatch(text -> text.contains("[redacted:"))
                    .hasSizeGreaterThan(entries.size());
            assertThat(texts.get(Topics.ctx("leaks"))).hasSizeGreaterThan(ERRORS / 2);
        }
    }

    private static List<RedactionCorpus.Entry> corpus() throws Exception {
        List<RedactionCorpus.Entry> entries = new ArrayList<>();
        for (String part : List.of("tuning", "heldout", "later")) {
            entries.addAll(RedactionCorpus.read(Path.of("..", "logs", "src", "test", "resources", "redaction", part))
                    .secrets());
        }
        return entries;
    }

    /** What must not come out: keys line by line, and no word that stands in the rest of the corpus anyway. */
    private static List<String> secrets(List<RedactionCorpus.Entry> entries) {
        StringBuilder rest = new StringBuilder();
        for (RedactionCorpus.Entry entry : entries) {
            String text = entry.text();
            for (String secret : entry.secrets()) {
                text = text.replace(secret, " ");
            }
            rest.append(text).append('\n');
        }
        return entries.stream()
                .flatMap(entry -> entry.secrets().stream())
                .flatMap(secret -> Stream.of(secret.split("\\n|\\\\n")))
                .filter(secret -> secret.length() >= 6 && !secret.startsWith("-----"))
                .filter(secret -> rest.indexOf(secret) < 0)
                .distinct()
                .toList();
    }

    private static String log(List<RedactionCorpus.Entry> entries) {
        StringBuilder log = new StringBuilder();
        int every = entries.size() / ERRORS;
        for (int i = 0; i < entries.size(); i++) {
            String text = entries.get(i).text();
            log.append(text).append('\n');
            if (i % every == 0) {
                String line = text.replace('\n', ' ');
                log.append("2026-11-21 10:00:00.000 ERROR [main] com.acme.Shop - failed: ")
                        .append(line)
                        .append("\njava.lang.IllegalStateException: ")
                        .append(line)
                        .append("\n\tat com.acme.Case")
                        .append(i)
                        .append(".run(Case")
                        .append(i)
                        .append(".java:42)\n");
            }
        }
        return log.toString();
    }

    private void checkout() throws Exception {
        Path shop = Files.createDirectories(home.resolve("shop"));
        Files.writeString(shop.resolve("README.md"), "a shop\n");
        GitFolder.commit(shop);
    }

    /** Until every context has its answer, and there are no new ones. */
    private void awaitResults(TracemendProcess up) {
        Awaitility.await()
                .atMost(PATIENCE)
                .pollInterval(Duration.ofSeconds(2))
                .ignoreExceptionsMatching(CommandFailure.class::isInstance)
                .until(() -> {
                    assertThat(up.isAlive()).as(up.stderr()).isTrue();
                    Map<String, List<String>> now = topics();
                    int contexts =
                            now.getOrDefault(Topics.ctx("leaks"), List.of()).size();
                    int results =
                            now.getOrDefault(Topics.results("leaks"), List.of()).size();
                    return contexts > ERRORS / 2 && results >= contexts;
                });
    }

    /** Every record of every topic: key, headers, value, and what a dead letter carries. */
    private Map<String, List<String>> topics() {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Kafka kafka = Kafka.connect("127.0.0.1:" + kafkaPort)) {
            List<String> names = kafka.names().stream()
                    .filter(name -> !name.startsWith("__"))
                    .toList();
            if (names.isEmpty()) {
                return texts;
            }
            kafka.read(names, new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    List<String> all = texts.computeIfAbsent(record.topic(), name -> new ArrayList<>());
                    String value = record.value() == null ? "" : new String(record.value(), StandardCharsets.UTF_8);
                    StringBuilder text =
                            new StringBuilder().append(record.key()).append(' ').append(value);
                    record.headers().forEach(header -> text.append(' ')
                            .append(new String(header.value(), StandardCharsets.UTF_8)));
                    Matcher payload = BASE64.matcher(value);
                    while (payload.find()) {
                        text.append(new String(Base64.getDecoder().decode(payload.group(1)), StandardCharsets.UTF_8));
                    }
                    all.add(text.toString());
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return texts;
    }

    private String page(String path) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + pagePort + path))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString())
                .body();
    }

    /** Logs, states and segments: all that the tool has written below its home. */
    private Map<String, List<String>> ownFiles() throws Exception {
        Map<String, List<String>> texts = new TreeMap<>();
        try (Stream<Path> files = Files.walk(home.resolve(".local"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(
                        home.relativize(file).toString(),
                        List.of(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1)));
            }
        }
        assertThat(texts.keySet()).anyMatch(name -> name.endsWith(".log"));
        return texts;
    }

    private static List<String> found(List<String> secrets, Map<String, List<String>> texts) {
        List<String> found = new ArrayList<>();
        texts.forEach((place, all) -> {
            String text = String.join("\n", all);
            for (String secret : secrets) {
                String escaped = secret.replace("\\", "\\\\").replace("\"", "\\\"");
                if (text.contains(secret) || text.contains(escaped)) {
                    found.add(place + ": " + secret);
                }
            }
        });
        return found;
    }
}
