package dev.tracemend.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Every setting of {@code tail}: its flag is {@code --<key>}, its key in a file of {@code --config} is {@code <key>}, its
 * variable is {@code TRACEMEND_TAIL_<KEY>}, before which the names that others use are looked at.
 */
enum TailSetting {
    TOPIC("topic", Form.ONE, "NAME", "app", "short name of the topic", "TRACEMEND_TOPIC"),
    LOGS("logs", Form.MANY, "GLOB", "", "log files, a glob, or - for standard input; as positional", "TRACEMEND_LOGS"),
    MAP("map", Form.MANY, "GLOB=TOPIC", "", "files that go to a topic of their own; the first that matches wins"),
    DISCOVER("discover", Form.MANY, "DIR", "", "folder in whose tree log files are found by themselves"),
    FROM("from", Form.ONE, "PLACE", "saved", "where files begin: start, end, or saved (start where nothing is saved)"),
    UNTIL_CAUGHT_UP(
            "until-caught-up", Form.SWITCH, "", "false", "end once all that is there now has been acknowledged"),
    BOOTSTRAP(
            "bootstrap",
            Form.ONE,
            "HOST:PORT",
            "localhost:29092",
            "Kafka to connect to",
            "KAFKA_BOOTSTRAP_SERVERS",
            "KAFKA_BOOTSTRAP"),
    STATE("state", Form.ONE, "DIR", "", "folder for positions; default: below the user's data folder"),
    KAFKA_TOPIC("kafka-topic", Form.ONE, "NAME", "", "whole name of the topic, instead of logs.raw.<topic>"),
    CLIENT_ID(
            "client-id",
            Form.ONE,
            "ID",
            "",
            "how the broker knows us; default: tracemend-tailer-<topic>",
            "KAFKA_CLIENT_ID"),
    ENCODING("encoding", Form.ONE, "NAME", "UTF-8", "of files without a byte order mark, for example ISO-8859-1"),
    MAX_LINE("max-line", Form.ONE, "BYTES", "262144", "bytes of a line that are kept; more is cut with a flag"),
    NO_REDACT("no-redact", Form.SWITCH, "", "false", "mask no secrets"),
    REDACT_EMAIL("redact-email", Form.SWITCH, "", "false", "mask e-mail addresses, too"),
    REDACT_IBAN("redact-iban", Form.SWITCH, "", "false", "mask numbers of bank accounts, too"),
    REDACT_PATTERN("redact-pattern", Form.MANY, "NAME=REGEX", "", "mask what the regular expression finds, too"),
    COMPRESSION("compression", Form.ONE, "CODEC", "lz4", "none, gzip, snappy, lz4 or zstd"),
    TRANSACTIONAL("transactional", Form.SWITCH, "", "false", "publish in transactions, for read_committed consumers"),
    CLIENT_CONFIG("client-config", Form.ONE, "FILE", "", "properties for the Kafka client, for example TLS and SASL"),
    HEADER("header", Form.MANY, "NAME=VALUE", "", "header of every record, for example env=prod"),
    METRICS_PORT("metrics-port", Form.ONE, "PORT", "", "serve /metrics, /health and /status there; 0: any free port"),
    METRICS_HOST("metrics-host", Form.ONE, "ADDRESS", "127.0.0.1", "address for --metrics-port"),
    STATUS_FILE("status-file", Form.ONE, "FILE", "", "write the status there as JSON, every second"),
    JSON("json", Form.SWITCH, "", "false", "print the summary at the end as one JSON object"),
    DRY_RUN(
            "dry-run",
            Form.SWITCH,
            "",
            "false",
            "print the events as they would be published, to the files' ends; no broker, begins at the start");

    /** How often a setting may be given, and whether it has a value. */
    enum Form {
        ONE,
        MANY,
        SWITCH
    }

    private final String key;
    private final Form form;
    private final String label;
    private final String otherwise;
    private final String meaning;
    private final List<String> others;

    TailSetting(String key, Form form, String label, String otherwise, String meaning, String... others) {
        this.key = key;
        this.form = form;
        this.label = label;
        this.otherwise = otherwise;
        this.meaning = meaning;
        this.others = List.of(others);
    }

    String key() {
        return key;
    }

    Form form() {
        return form;
    }

    String label() {
        return label;
    }

    /** The default; empty for none. */
    String otherwise() {
        return otherwise;
    }

    String meaning() {
        return meaning;
    }

    /** Names in the environment; the first that is set wins. */
    List<String> variables() {
        List<String> names = new ArrayList<>(others);
        names.add("TRACEMEND_TAIL_" + key.toUpperCase(Locale.ROOT).replace('-', '_'));
        return List.copyOf(names);
    }

    static Optional<TailSetting> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
