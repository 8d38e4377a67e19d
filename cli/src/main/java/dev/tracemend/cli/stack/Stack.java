package dev.tracemend.cli.stack;

import dev.tracemend.agent.model.ModelConfig;
import dev.tracemend.broker.EmbeddedBroker;
import dev.tracemend.cli.CommandFailure;
import dev.tracemend.cli.Kafka;
import dev.tracemend.contracts.LogLine;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import dev.tracemend.status.StatusConfig;
import dev.tracemend.status.StatusServer;
import dev.tracemend.streams.kstreams.KafkaStreamsEngine;
import dev.tracemend.streams.window.WindowConfig;
import dev.tracemend.tailer.Tailer;
import dev.tracemend.tailer.TailerConfig;
import dev.tracemend.tailer.TailerEnd;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The pipeline in one JVM: started in the order of the flow, stopped in the opposite one, so that nothing is cut off. */
public final class Stack implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Stack.class);

    private final StackPlan plan;
    private final Timeline timeline;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final List<Runnable> checks = new ArrayList<>();

    private Stack(StackPlan plan, Timeline timeline) {
        this.plan = plan;
        this.timeline = timeline;
    }

    /** Starts everything but the tailer; whatever had started is stopped again when a part cannot start. */
    public static Stack start(StackPlan plan, Timeline timeline) {
        Stack stack = new Stack(plan, timeline);
        try {
            stack.startParts();
            return stack;
        } catch (RuntimeException | Error e) {
            stack.close();
            throw e;
        }
    }

    private void startParts() {
        if (plan.externalKafka().isEmpty()) {
            keep(EmbeddedBroker.start(plan.data().resolve("broker"), plan.kafkaPort()));
            timeline.step("broker", plan.bootstrap() + " (embedded)");
        } else {
            timeline.step("broker", plan.bootstrap() + " (yours)");
        }
        CompletableFuture<StatusServer> page = CompletableFuture.supplyAsync(this::startPage);
        try (Kafka kafka = Kafka.connect(plan.bootstrap())) {
            kafka.createFamily(plan.topic());
        } catch (RuntimeException e) {
            page.thenAccept(StatusServer::close);
            throw e;
        }
        keep(joined(page));
        startWindows();
        for (int i = 0; i < plan.workers(); i++) {
            WorkerThread worker = WorkerThread.start(plan, i, line -> timeline.step("model", line));
            keep(worker);
            checks.add(worker::check);
        }
        timeline.step("worker", plan.workers() + " for topic " + plan.topic() + ", checkout " + plan.workspace());
        keep(RunningStack.announce(plan));
    }

    private StatusServer startPage() {
        String places = plan.models().values().stream()
                .map(ModelConfig::place)
                .distinct()
                .collect(Collectors.joining(", "));
        String note = places.isEmpty() ? StatusConfig.HEURISTIC_NOTE : "model: " + places;
        StatusServer server = StatusServer.start(StatusConfig.of(
                plan.bootstrap(), plan.host(), plan.port(), plan.data().resolve("status"), note));
        timeline.step("page", server.entrance().orElse(server.url()));
        return server;
    }

    private void startWindows() {
        if (plan.engine() == StackPlan.Engine.spark) {
            SparkProcess spark =
                    SparkProcess.start(plan.bootstrap(), plan.data().resolve("spark"));
            keep(spark);
            checks.add(spark::check);
            warm(spark);
        } else {
            KafkaStreamsEngine engine = KafkaStreamsEngine.start(
                    WindowConfig.defaults(plan.bootstrap(), plan.data().resolve("windows")));
            keep(engine);
            checks.add(() -> {
                if (engine.stopped()) {
                    throw CommandFailure.failed(
                            "the windows stopped; see " + plan.data().resolve("tracemend.log"));
                }
            });
        }
        timeline.step("windows", "engine " + plan.engine());
    }

    /** A tick says nothing and costs nothing, but lets the job do its slow first batch before a line is waiting. */
    private void warm(SparkProcess spark) {
        double now = System.currentTimeMillis() / 1000.0;
        LogLine tick = new LogLine(1, "", LogLine.Kind.TICK, "", now, "tracemend-warm-up", "", "", 0, false, 0);
        try (Kafka kafka = Kafka.connect(plan.bootstrap())) {
            kafka.publish(Topics.raw(plan.topic()), tick.source(), Wire.write(tick));
        }
        spark.awaitWarm(plan.data().resolve("spark"));
    }

    /** Fails when a part has ended by itself and will not come back: half a pipeline must not look like a whole one. */
    public void check() {
        checks.forEach(Runnable::run);
    }

    /** The broker that the parts talk through. */
    public String bootstrap() {
        return plan.bootstrap();
    }

    /** Starts to follow the log files: from here on lines flow. */
    public void follow() {
        Tailer tailer = Tailer.start(TailerConfig.of(
                plan.bootstrap(), plan.topic(), plan.globs(), plan.data().resolve("tailer")));
        keep(tailer);
        checks.add(() -> tailer.end().ifPresent(end -> {
            if (end instanceof TailerEnd.Refused refused) {
                throw CommandFailure.configuration(refused.message());
            }
        }));
        timeline.step("tailer", String.join(" ", plan.globs()));
    }

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private void keep(AutoCloseable part) {
        running.push(part);
    }

    @Override
    public void close() {
        while (!running.isEmpty()) {
            AutoCloseable part = running.pop();
            try {
                part.close();
            } catch (Exception e) {
                LOG.warn("{} did not stop cleanly", part.getClass().getSimpleName(), e);
            }
        }
    }
}
