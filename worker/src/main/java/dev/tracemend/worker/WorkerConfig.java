package dev.tracemend.worker;

import dev.tracemend.agent.fix.FixConfig;
import dev.tracemend.contracts.Topics;
import dev.tracemend.worker.policy.Policies;
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
 * @param retrying what becomes of work that cannot be done now
 * @param sessionTimeout after which a worker that died is taken for gone by its group
 * @param policies what may be done, by topic
 * @param concurrency causes of one topic, and works in all, that are under way at once
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
        Retrying retrying,
        Duration sessionTimeout,
        Policies policies,
        int concurrency) {

    /**
     * What becomes of work that says {@code RetryLaterException}.
     *
     * @param tries how often it is begun
     * @param backOff time before the second try; it doubles with each
     */
    public record Retrying(int tries, Duration backOff) {
        /** Three tries, the second after a second. */
        public static final Retrying DEFAULT = new Retrying(3, Duration.ofSeconds(1));
    }

    /** Copies the topics; throws {@link IllegalArgumentException} for a name that cannot be a topic's, or for none. */
    public WorkerConfig {
        topics = List.copyOf(topics);
        if (topics.isEmpty()) {
            throw new IllegalArgumentException("a worker needs a topic, for example \"app\"");
        }
        if (concurrency < 1) {
            throw new IllegalArgumentException("a worker's concurrency is 1 or more, not " + concurrency);
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
                Retrying.DEFAULT,
                Duration.ofSeconds(10),
                Policies.DEFAULT,
                1);
    }

    /** The same with a test command. */
    public WorkerConfig withTestCmd(String command) {
        return with(group, command, once, retrying, policies, concurrency);
    }

    /** The same with a consumer group. */
    public WorkerConfig withGroup(String name) {
        return with(name, testCmd, once, retrying, policies, concurrency);
    }

    /** The same, ending when what was there at the start is answered. */
    public WorkerConfig untilAnswered() {
        return with(group, testCmd, true, retrying, policies, concurrency);
    }

    /** The same with other tries of work that asks for them. */
    public WorkerConfig withRetrying(Retrying other) {
        return with(group, testCmd, once, other, policies, concurrency);
    }

    /** The same with what may be done. */
    public WorkerConfig withPolicies(Policies rules) {
        return with(group, testCmd, once, retrying, rules, concurrency);
    }

    /** The same with so much at once. */
    public WorkerConfig withConcurrency(int count) {
        return with(group, testCmd, once, retrying, policies, count);
    }

    private WorkerConfig with(String name, String command, boolean ending, Retrying again, Policies rules, int count) {
        return new WorkerConfig(
                bootstrap,
                topics,
                name,
                workspace,
                dataDir,
                command,
                ending,
                startLimit,
                again,
                sessionTimeout,
                rules,
                count);
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
