package dev.tracemend.bench.status;

import dev.tracemend.contracts.ErrorContext;
import dev.tracemend.contracts.ExceptionInfo;
import dev.tracemend.contracts.FrameInfo;
import dev.tracemend.contracts.TimeWindow;
import dev.tracemend.contracts.TopicSpec;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Contexts of some two kilobytes on three topics, each of a cause of its own; every tenth was answered. */
final class BoardLoad implements AutoCloseable {
    /** What the fingerprints begin with that are written while the streams are watched; a number follows. */
    static final String LIVE = "live-";

    private static final List<String> TOPICS = List.of("app", "backend", "frontend");
    private static final int LINES = 12;
    private static final int ANSWERED = 10;
    private static final String RESULT =
            "{\"container\":\"%s\",\"summary\":\"The order takes what is not there: check the stock"
                    + " first\",\"key_points\":\"Stock0.take is called without a lock\",\"plan\":\"Take and check in one"
                    + " step\",\"ts\":%.3f,\"v\":1,\"id\":\"result-%s\",\"fingerprint\":\"%s\",\"count\":1,\"verdict\":\"proposed\"}";

    private final KafkaProducer<String, byte[]> producer;
    private int live;

    BoardLoad(String bootstrap) throws ExecutionException, InterruptedException {
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", bootstrap, "linger.ms", 5),
                new StringSerializer(),
                new ByteArraySerializer());
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", bootstrap))) {
            Map<String, TopicSpec> all = TOPICS.stream()
                    .flatMap(topic -> Topics.family(topic).stream())
                    .collect(Collectors.toMap(TopicSpec::name, spec -> spec, (one, same) -> one));
            admin.createTopics(all.values().stream()
                            .map(spec -> new NewTopic(spec.name(), spec.partitions(), (short) 1).configs(spec.config()))
                            .toList())
                    .all()
                    .get();
        }
    }

    /** So many incidents, spread over the last day. */
    void fill(int incidents) {
        double now = System.currentTimeMillis() / 1_000.0;
        for (int i = 0; i < incidents; i++) {
            String topic = TOPICS.get(i % TOPICS.size());
            double at = now - 86_400.0 * (incidents - i) / incidents;
            send(topic, "cause-" + i, at);
            if (i % ANSWERED == 0) {
                answer(topic, "cause-" + i, at + 1);
            }
        }
        producer.flush();
    }

    /** One more, seen now. */
    void more() {
        send(TOPICS.get(live % TOPICS.size()), LIVE + live, System.currentTimeMillis() / 1_000.0);
        live++;
    }

    int live() {
        return live;
    }

    private void send(String topic, String fingerprint, double at) {
        producer.send(
                new ProducerRecord<>(Topics.ctx(topic), fingerprint, Wire.write(context(topic, fingerprint, at))));
    }

    private void answer(String topic, String fingerprint, double at) {
        byte[] result = String.format(Locale.ROOT, RESULT, topic, at, fingerprint, fingerprint)
                .getBytes(StandardCharsets.UTF_8);
        producer.send(new ProducerRecord<>(Topics.results(topic), fingerprint, result));
    }

    private static ErrorContext context(String topic, String fingerprint, double at) {
        String title = "java.lang.IllegalStateException: stock of article " + fingerprint + " is gone, order refused";
        List<FrameInfo> frames = IntStream.range(0, 6)
                .mapToObj(i -> new FrameInfo("com.acme.shop.Stock" + i, "take", "Stock" + i + ".java", 40 + i, i < 3))
                .toList();
        List<String> lines = Stream.concat(
                        IntStream.range(0, LINES)
                                .mapToObj(i -> "2026-11-21T10:15:29.918Z INFO  [http-" + i
                                        + "] com.acme.shop.Checkout - POST /checkout cart=4711 items=3 user=u" + i),
                        Stream.of("2026-11-21T10:15:30.013Z ERROR [http-7] com.acme.shop.Checkout - " + title))
                .toList();
        ExceptionInfo thrown = new ExceptionInfo("java.lang.IllegalStateException", "stock is gone", frames);
        return new ErrorContext(
                1,
                "ctx-" + fingerprint,
                topic,
                0,
                fingerprint,
                title,
                "shop",
                "java",
                List.of(thrown),
                1,
                at,
                at,
                new TimeWindow(at, at),
                lines,
                List.of(),
                0,
                false,
                at);
    }

    @Override
    public void close() {
        producer.close();
    }
}
