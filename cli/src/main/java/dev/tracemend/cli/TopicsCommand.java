package dev.tracemend.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.TopicDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Lists our topics of a broker, and makes the ones that a service needs. */
@Command(
        name = "topics",
        description = "Lists the topics of the pipeline; --create makes those a service needs.",
        mixinStandardHelpOptions = true)
final class TopicsCommand implements Callable<Integer> {
    @Option(names = "--bootstrap", description = "Kafka to connect to (default: ${DEFAULT-VALUE})")
    private String bootstrap = "";

    @Option(names = "--create", description = "make the topics of --topic that are missing")
    private boolean create;

    @Option(names = "--topic", description = "short name for --create (default: ${DEFAULT-VALUE})")
    private String topic = "";

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    /** A line of the listing. */
    record TopicLine(String name, int partitions, int replicas) {}

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Kafka kafka = Kafka.connect(bootstrap)) {
            if (create) {
                TopicArgument.check(topic);
                List<String> made = kafka.createFamily(topic);
                spec.commandLine()
                        .getErr()
                        .println(made.isEmpty() ? "all topics of \"" + topic + "\" are there" : "made " + made);
            }
            lines(kafka).forEach(line -> out.println(json ? JsonLines.one(line) : text(line)));
        }
        return ExitCode.DONE.code();
    }

    private static List<TopicLine> lines(Kafka kafka) {
        Set<String> ours = kafka.names().stream()
                .filter(name -> name.matches("(logs|agent|deploy|code)\\..*"))
                .collect(Collectors.toSet());
        Map<String, TopicDescription> described = new TreeMap<>(kafka.describe(ours));
        return described.values().stream()
                .map(d -> new TopicLine(
                        d.name(),
                        d.partitions().size(),
                        d.partitions().isEmpty()
                                ? 0
                                : d.partitions().get(0).replicas().size()))
                .toList();
    }

    private static String text(TopicLine line) {
        return String.format(
                Locale.ROOT,
                "%-32s %2d partition%s",
                line.name(),
                line.partitions(),
                line.partitions() == 1 ? "" : "s");
    }
}
