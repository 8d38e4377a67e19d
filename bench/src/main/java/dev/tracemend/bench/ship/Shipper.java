package dev.tracemend.bench.ship;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A program that brings a file's lines into a topic, all with lz4, acks=all and idempotence. */
enum Shipper {
    /** Ours: follows, joins traces, envelope in JSON, masks secrets. */
    TRACEMEND("tracemend", "./tracemend", true),
    /** Ours, with nothing masked. */
    UNMASKED("tracemend --no-redact", "./tracemend", true),
    /** imfile to omkafka with a JSON template; ends when it is told to. */
    RSYSLOG("rsyslog", "rsyslogd", false),
    /** Reads to the end and sends raw lines: no following, no envelope. */
    KCAT("kcat (raw lines, no following)", "kcat", true);

    private static final String RSYSLOG_CONFIG =
            """
            global(workDirectory="%1$s" maxMessageSize="64k" parser.escapeControlCharactersOnReceive="off")
            module(load="imfile")
            module(load="omkafka")
            template(name="json" type="list" option.jsonf="on") {
              property(outname="ts" name="timegenerated" dateFormat="rfc3339" format="jsonf")
              property(outname="host" name="hostname" format="jsonf")
              property(outname="file" name="$!metadata!filename" format="jsonf")
              property(outname="offset" name="$!metadata!fileoffset" format="jsonf")
              property(outname="line" name="msg" format="jsonf")
            }
            ruleset(name="ship" queue.type="LinkedList" queue.size="50000" queue.dequeueBatchSize="2048") {
              action(type="omkafka" broker="%2$s" topic="%3$s" template="json" resubmitOnFailure="on"
                confParam=["compression.codec=lz4", "acks=all", "enable.idempotence=true", "linger.ms=5",
                  "queue.buffering.max.messages=100000"])
            }
            input(type="imfile" file="%4$s" tag="ship" addMetadata="on" ruleset="ship")
            """;

    private final String label;
    private final String program;
    private final boolean endsByItself;

    Shipper(String label, String program, boolean endsByItself) {
        this.label = label;
        this.program = program;
        this.endsByItself = endsByItself;
    }

    String label() {
        return label;
    }

    boolean endsByItself() {
        return endsByItself;
    }

    /** Whether records are our envelopes. */
    boolean isOurs() {
        return this == TRACEMEND || this == UNMASKED;
    }

    /** What is missing to run it, for people. */
    Optional<String> missing() {
        if (isOurs()) {
            return Optional.empty();
        }
        List<Path> folders = List.of(Path.of("/usr/bin"), Path.of("/usr/sbin"), Path.of("/usr/local/bin"));
        boolean there = folders.stream().anyMatch(folder -> Files.isExecutable(folder.resolve(program)));
        String packages = this == RSYSLOG ? "rsyslog rsyslog-kafka" : "kcat";
        return there
                ? Optional.empty()
                : Optional.of(label + " is not installed and left out (Debian: apt install " + packages + ")");
    }

    /** The command that ships the file; {@code work} is a folder of its own. */
    List<String> command(Path home, String bootstrap, String topic, Path file, Path work) throws IOException {
        return switch (this) {
            case TRACEMEND -> ours(home, bootstrap, topic, file, work);
            case UNMASKED -> {
                List<String> command = new ArrayList<>(ours(home, bootstrap, topic, file, work));
                command.add("--no-redact");
                yield command;
            }
            case RSYSLOG -> rsyslog(bootstrap, topic, file, work);
            case KCAT -> List.of("kcat", "-P", "-b", bootstrap, "-t", topic, "-z", "lz4", "-X", "acks=all",
                    "-X", "enable.idempotence=true", "-X", "linger.ms=5", "-X", "batch.size=262144", "-l", file.toString());
        };
    }

    private static List<String> ours(Path home, String bootstrap, String topic, Path file, Path work) {
        return List.of(home.resolve("tracemend").toString(), "tail", "--topic", "ship", "--kafka-topic", topic,
                "--bootstrap", bootstrap, "--state", work.toString(), "--until-caught-up", file.toString());
    }

    private static List<String> rsyslog(String bootstrap, String topic, Path file, Path work) throws IOException {
        Path config = work.resolve("rsyslog.conf");
        Files.writeString(config, RSYSLOG_CONFIG.formatted(work, bootstrap, topic, file));
        return List.of("rsyslogd", "-n", "-f", config.toString(), "-i", work.resolve("pid").toString());
    }
}
