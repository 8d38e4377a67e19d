package dev.tracemend.cli;

import dev.tracemend.contracts.FixResult;
import dev.tracemend.contracts.MalformedRecordException;
import dev.tracemend.contracts.Topics;
import dev.tracemend.contracts.Wire;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
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
            kafka.read(List.of(Topics.results(topic)), new Printer(out, stop));
        }
        return ExitCode.DONE.code();
    }

    /** What was there at the start is sorted by its own time, since partitions are read in any order. */
    private final class Printer implements Kafka.Follower {
        private final PrintWriter out;
        private final StopSignal stop;
        private final List<TimedLine> early = new ArrayList<>();
        private boolean live;

        Printer(PrintWriter out, StopSignal stop) {
            this.out = out;
            this.stop = stop;
        }

        @Override
        public void record(ConsumerRecord<String, byte[]> record) {
            read(record).ifPresent(early::add);
        }

        @Override
        public boolean goOn(boolean reachedEnd) {
            live |= reachedEnd;
            if (live) {
                early.stream().sorted(Comparator.comparingDouble(TimedLine::ts)).forEach(l -> out.println(l.text()));
                early.clear();
                out.flush();
            }
            return !stop.isAsked() && (follow || !reachedEnd);
        }
    }

    private record TimedLine(double ts, String text) {}

    private Optional<TimedLine> read(ConsumerRecord<String, byte[]> record) {
        try {
            FixResult result = Wire.fixResult(record.value());
            return Optional.of(new TimedLine(result.ts(), json ? JsonLines.one(result) : line(result)));
        } catch (MalformedRecordException e) {
            spec.commandLine()
                    .getErr()
                    .println("tracemend: " + record.topic() + " partition " + record.partition() + " offset "
                            + record.offset() + " is no result: " + e.getMessage());
            return Optional.empty();
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
