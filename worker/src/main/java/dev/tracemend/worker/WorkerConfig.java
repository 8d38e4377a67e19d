package dev.tracemend.worker;

import dev.tracemend.agent.fix.FixConfig;
import dev.tracemend.contracts.Topics;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * Settings of a worker.
 *
 * @param bootstrap brokers, {@code host:port} with commas between
 * @param topics short names, {@code app} for {@code logs.ctx.app}
 * @param group consumer group; empty for one group a topic, {@code tracemend-worker-<topic>}
 * @param workspace the git checkout that is looked into
 * @param dataDir folder for scratch worktrees and caches
 * @param testCmd a command that must be green after a fix; empty for none
 * @param once whether to end when all contexts that were there at the start are answered
 * @param startLimit the longest to look for the broker
 * @param tries how often work is begun that says {@code RetryLaterException}
 * @param backOff time before the second try; it doubles with each
 * @param sessionTimeout after which a worker that died is taken for gone by its group
 */
public record WorkerConfig(
        String bootstrap,
        List<String> topics,
        String group,
        Path workspace,
        Path dataDir,
        String testCmd,
        boolean once,
        Duration startLimit,
        int tries,
        Duration backOff,
        Duration sessionTimeout) {

    /** Copies the topics; throws {@link IllegalArgumentException} for a name that cannot be a topic's, or for none. */
    public WorkerConfig {
        topics = List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a worker needs a topic, for example \"app\"");
        }
        topics.forEach(Topics::ctx);
    }

    /** The defaults. */
    public static WorkerConfig of(String bootstrap, List<String> topics, Path workspace, Path dataDir) {
        return new WorkerConfig(
                bootstrap,
                topics,
                "",
                workspace,
                dataDir,
                "",
                false,
                Duration.ofSeconds(5),
                3,
                Duration.ofSeconds(1),
                Duration.ofSeconds(10));
    }

    /** The same with a test command. */
    public WorkerConfig withTestCmd(String command) {
        return new WorkerConfig(
                bootstrap,
                topics,
                group,
                workspace,
                dataDir,
                command,
                once,
                startLimit,
                tries,
                backOff,
                sessionTimeout);
    }

    /** The same with a consumer group. */
    public WorkerConfig withGroup(String name) {
        return new WorkerConfig(
                bootstrap, topics, name, workspace, dataDir, testCmd, once, startLimit, tries, backOff, sessionTimeout);
    }

    /** The same, ending when what was there at the start is answered. */
    public WorkerConfig untilAnswered() {
        return new WorkerConfig(
                bootstrap,
                topics,
                group,
                workspace,
                dataDir,
                testCmd,
                true,
                startLimit,
                tries,
                backOff,
                sessionTimeout);
    }

    /** What agent-core is to do with this worker's tasks: {@code new Worker(config, new FixProgram(…)::fix)}. */
    public FixConfig fixConfig() {
        return FixConfig.in(workspace, dataDir).withTestCommand(testCmd);
    }

    /** The group that reads one topic. */
    String groupOf(String topic) {
        return group.isBlank() ? Topics.group("tracemend-worker-" + topic) : group;
    }
}
