package dev.tracemend.cli;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the latest result of one topic, or one part of it. */
@Command(
        name = "last",
        description = "Prints the latest result of a topic.",
        mixinStandardHelpOptions = true)
final class LastCommand implements Callable<Integer> {
    /** The parts that older tools ask for. */
    enum Part {
        all,
        summary,
        plan,
        key_points,
        ts
    }

    @Option(names = "--container", description = "the topic's short name (default: ${DEFAULT-VALUE})")
    private String container = "";

    @Option(names = "--what", description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})", defaultValue = "all")
    private Part what = Part.all;

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--json", description = "the whole result as JSON")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopicArgument.check(container);
        FixResult result = latest()
                .orElseThrow(() -> CommandFailure.failed(
                        "there is no result for \"" + container + "\" yet; `tracemend results --follow` waits for one"));
        print(spec.commandLine().getOut(), result);
        return ExitCode.DONE.code();
    }

    private Optional<FixResult> latest() {
        AtomicReference<Optional<FixResult>> latest = new AtomicReference<>(Optional.empty());
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            if (!kafka.names().contains(Topics.results(container))) {
                return Optional.empty();
            }
            kafka.read(List.of(Topics.results(container)), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    newer(record, latest);
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    return !reachedEnd;
                }
            });
        }
        return latest.get();
    }

    private static void newer(ConsumerRecord<String, byte[]> record, AtomicReference<Optional<FixResult>> latest) {
        try {
            FixResult result = Wire.fixResult(record.value());
            if (latest.get().map(known -> known.ts() <= result.ts()).orElse(true)) {
                latest.set(Optional.of(result));
            }
        } catch (MalformedRecordException e) {
            org.slf4j.LoggerFactory.getLogger(LastCommand.class).warn("skipped a record: {}", e.getMessage());
        }
    }

    private void print(PrintWriter out, FixResult result) {
        if (json) {
            out.println(JsonLines.one(result));
            return;
        }
        switch (what) {
            case summary -> out.println(result.summary());
            case plan -> out.println(result.plan());
            case key_points -> out.println(result.keyPoints());
            case ts -> out.println(result.ts());
            case all -> {
                out.println("summary: " + result.summary());
                out.println("verdict: " + result.verdict().word());
                out.println("key_points:\n" + result.keyPoints().indent(2).stripTrailing());
                out.println("plan:\n" + result.plan().indent(2).stripTrailing());
                out.println("ts: " + result.ts());
            }
        }
    }
}
