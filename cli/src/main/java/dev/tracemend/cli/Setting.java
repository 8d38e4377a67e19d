package dev.tracemend.cli;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Every setting that a flag, the environment or {@code tracemend.yml} may give, with its default. The flag is {@code
 * --<key>}, the file's key is {@code <key>}; the first of the environment's names that is set wins.
 */
enum Setting {
    BOOTSTRAP("bootstrap", "localhost:29092", "Kafka to connect to", "KAFKA_BOOTSTRAP_SERVERS", "KAFKA_BOOTSTRAP"),
    KAFKA_PORT("kafka-port", "29092", "port of the embedded broker that demo and up start", "TRACEMEND_KAFKA_PORT"),
    PORT("port", "8765", "port of the status page", "TRACEMEND_PORT"),
    HOST("host", "127.0.0.1", "address the status page listens on", "TRACEMEND_HOST"),
    TOPIC("topic", "app", "short name of the service's topics", "TRACEMEND_TOPIC"),
    CONTAINER("container", "app", "the topic's short name, as older tools call it", "TRACEMEND_CONTAINER"),
    WORKSPACE("workspace", "", "git checkout of the service", "TRACEMEND_WORKSPACE", "WORKSPACE"),
    LOGS("logs", "", "log files of the service, a glob", "TRACEMEND_LOGS"),
    TEST_CMD("test-cmd", "", "command that tests the checkout, run in a scratch worktree", "TRACEMEND_TEST_CMD"),
    GROUP("group", "", "consumer group of the worker", "TRACEMEND_GROUP"),
    ENGINE("engine", "kstreams", "what computes the windows: kstreams or spark", "TRACEMEND_ENGINE"),
    DATA("data", "", "folder for state; default: tracemend under the user's data folder", "TRACEMEND_DATA"),
    MODEL("model", "", "model that may propose edits, besides the rules", "TRACEMEND_MODEL", "MODEL_NAME");

    private final String key;
    private final String otherwise;
    private final String meaning;
    private final List<String> variables;

    Setting(String key, String otherwise, String meaning, String... variables) {
        this.key = key;
        this.otherwise = otherwise;
        this.meaning = meaning;
        this.variables = List.of(variables);
    }

    String key() {
        return key;
    }

    String otherwise() {
        return otherwise;
    }

    String meaning() {
        return meaning;
    }

    List<String> variables() {
        return variables;
    }

    static Optional<Setting> of(String key) {
        return Arrays.stream(values()).filter(s -> s.key.equals(key)).findFirst();
    }
}
