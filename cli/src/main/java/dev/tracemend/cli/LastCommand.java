package dev.tracemend.cli;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the latest result of one topic, or one part of it. */
@Command(name = "last", description = "Prints the latest result of a topic.", mixinStandardHelpOptions = true)
final class LastCommand implements Callable<Integer> {
    private static final Logger LOG = LoggerFactory.getLogger(LastCommand.class);

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

    @Option(
            names = "--what",
            description = "${COMPLETION-CANDIDATES} (default: ${DEFAULT-VALUE})",
            defaultValue = "all")
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
        FixResult result = latest().orElseThrow(() -> CommandFailure.failed(
                "there is no result for \"" + container + "\" yet; `tracemend results --follow` waits for one"));
        print(spec.commandLine().getOut(), result);
        return ExitCode.DONE.code();
    }

    private Optional<FixResult> latest() {
        Latest latest = new Latest();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            if (!kafka.names().contains(Topics.results(container))) {
                return Optional.empty();
            }
            kafka.read(List.of(Topics.results(container)), latest);
        }
        return latest.result;
    }

    /** Keeps the newest result by its own time: partitions are read in any order. */
    private static final class Latest implements Kafka.Follower {
        private Optional<FixResult> result = Optional.empty();

        @Override
        public void record(ConsumerRecord<String, byte[]> record) {
            try {
                FixResult next = Wire.fixResult(record.value());
                if (result.map(known -> known.ts() <= next.ts()).orElse(true)) {
                    result = Optional.of(next);
                }
            } catch (MalformedRecordException e) {
                LOG.warn("skipped a record of {}: {}", record.topic(), e.getMessage());
            }
        }

        @Override
        public boolean goOn(boolean reachedEnd) {
            return !reachedEnd;
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
            case ts -> out.println(plain(result.ts()));
            case all -> {
                out.println("summary: " + result.summary());
                out.println("verdict: " + result.verdict().word());
                out.println("key_points:\n" + result.keyPoints().indent(2).stripTrailing());
                out.println("plan:\n" + result.plan().indent(2).stripTrailing());
                out.println("ts: " + plain(result.ts()));
            }
        }
    }

    /** Seconds as people and shells read them: without an exponent. */
    static String plain(double seconds) {
        return BigDecimal.valueOf(seconds).toPlainString();
    }
}
