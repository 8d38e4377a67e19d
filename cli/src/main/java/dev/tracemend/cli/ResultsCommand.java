package dev.tracemend.cli;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints the results of one topic, oldest first. */
@Command(
        name = "results",
        description = "Prints the results of a topic: one line each, or JSON.",
        mixinStandardHelpOptions = true)
final class ResultsCommand implements Callable<Integer> {
    @Option(names = "--topic", description = "short name of the topic (default: ${DEFAULT-VALUE})")
    private String topic = "";

    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--follow", description = "go on and print results as they come, until stopped")
    private boolean follow;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        TopicArgument.check(topic);
        StopSignal stop = StopSignal.install();
        PrintWriter out = spec.commandLine().getOut();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            if (!kafka.names().contains(Topics.results(topic))) {
                throw CommandFailure.configuration("the broker at " + bootstrap + " has no topic "
                        + Topics.results(topic) + "; `tracemend topics` lists what it has");
            }
            kafka.read(List.of(Topics.results(topic)), new Kafka.Follower() {
                @Override
                public void record(ConsumerRecord<String, byte[]> record) {
                    print(out, record);
                }

                @Override
                public boolean goOn(boolean reachedEnd) {
                    out.flush();
                    return !stop.isAsked() && (follow || !reachedEnd);
                }
            });
        }
        return ExitCode.DONE.code();
    }

    private void print(PrintWriter out, ConsumerRecord<String, byte[]> record) {
        try {
            FixResult result = Wire.fixResult(record.value());
            out.println(json ? JsonLines.one(result) : line(result));
        } catch (MalformedRecordException e) {
            spec.commandLine()
                    .getErr()
                    .println("tracemend: " + record.topic() + " partition " + record.partition() + " offset "
                            + record.offset() + " is no result: " + e.getMessage());
        }
    }

    private static String line(FixResult result) {
        String verdict = result.repeatOf().isEmpty() ? result.verdict().word() : "seen again";
        return String.format(
                Locale.ROOT,
                "%-10s %-16s %5d×  %s",
                verdict,
                result.fingerprint(),
                result.count(),
                result.summary().isEmpty() ? result.title() : result.summary());
    }
}
