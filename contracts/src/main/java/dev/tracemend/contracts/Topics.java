package dev.tracemend.contracts;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The one place that knows topic names and what each keeps. A short name ({@code app}) is {@code [a-z0-9-]{1,64}}; it
 * holds no dot, so a full name parses one way. Before every name stands what {@code KAFKA_TOPIC_PREFIX} says, nothing by
 * default; it is read once, and a prefix that cannot be part of a name fails with the remedy.
 */
public final class Topics {
    private static final String PREFIX = TopicsConfig.ofThisProcess().prefix();

    /** Dead letters of every topic. */
    public static final String ERRORS = PREFIX + "agent.errors";

    /** Questions to people. */
    public static final String APPROVAL_REQUESTS = PREFIX + "agent.approvals.requests";

    /** What people decided. */
    public static final String APPROVAL_RESPONSES = PREFIX + "agent.approvals.responses";

    /** Work asked for by hand. */
    public static final String TASKS = PREFIX + "agent.tasks";

    /** The life of each patch. */
    public static final String PATCHES = PREFIX + "agent.patches";

    /** What each attempt took. */
    public static final String METRICS = PREFIX + "agent.metrics";

    /** Every decision with its reason, for ever. */
    public static final String AUDIT = PREFIX + "agent.audit";

    /** What deployments of the stack of containers said. */
    public static final String DEPLOY_LOGS = PREFIX + "deploy.logs.lightweight";

    /** The steps of such deployments. */
    public static final String DEPLOY_EVENTS = PREFIX + "deploy.events.lightweight";

    /** What the names of all topics of raw lines begin with. */
    public static final String RAW_PREFIX = PREFIX + "logs.raw.";

    private static final String RAW = RAW_PREFIX;
    private static final String CTX = PREFIX + "logs.ctx.";
    private static final String RESULTS = PREFIX + "agent.results.";
    private static final String MEMORY = PREFIX + "agent.memory.";
    private static final String RETRIES = PREFIX + "agent.retries.";

    /** Every topic of raw lines, as a pattern for consumers. */
    public static final Pattern ALL_RAW = all(RAW);
    /** Every topic of contexts. */
    public static final Pattern ALL_CTX = all(CTX);
    /** Every topic of results. */
    public static final Pattern ALL_RESULTS = all(RESULTS);

    /** Every topic of memory. */
    public static final Pattern ALL_MEMORY = all(MEMORY);

    private static final Pattern SHORT = Pattern.compile("[a-z0-9-]{1,64}");
    /** Contexts, results, memory and retries of one cause share a partition number, so these four agree. */
    private static final int CAUSE_PARTITIONS = 3;

    private Topics() {}

    /** The topic of raw lines. */
    public static String raw(String topic) {
        return RAW + checked(topic);
    }

    /** The topic of contexts. */
    public static String ctx(String topic) {
        return CTX + checked(topic);
    }

    /** The topic of results. */
    public static String results(String topic) {
        return RESULTS + checked(topic);
    }

    /** The compacted topic of what is known per fingerprint. */
    public static String memory(String topic) {
        return MEMORY + checked(topic);
    }

    /** The topic of contexts that wait for their next try. */
    public static String retries(String topic) {
        return RETRIES + checked(topic);
    }

    /** A consumer group, application or transaction of ours: two installations with their own prefixes stay apart. */
    public static String group(String name) {
        return PREFIX + name;
    }

    /** The short name within a full one, {@code app} of {@code logs.ctx.app}. */
    public static String shortName(String fullName) {
        return checked(fullName.substring(fullName.lastIndexOf('.') + 1));
    }

    /** Whether a text may be a short name. */
    public static boolean isShortName(String text) {
        return SHORT.matcher(text).matches();
    }

    /** All topics that one short name needs, and those that all share, to be made where they are missing. */
    public static List<TopicSpec> family(String topic) {
        return List.of(
                kept(raw(topic), 1, Duration.ofDays(1)),
                kept(ctx(topic), CAUSE_PARTITIONS, Duration.ofDays(7)),
                kept(results(topic), CAUSE_PARTITIONS, Duration.ofDays(30)),
                new TopicSpec(memory(topic), CAUSE_PARTITIONS, Map.of("cleanup.policy", "compact")),
                kept(retries(topic), CAUSE_PARTITIONS, Duration.ofDays(7)),
                kept(ERRORS, 1, Duration.ofDays(30)),
                kept(APPROVAL_REQUESTS, 1, Duration.ofDays(30)),
                kept(APPROVAL_RESPONSES, 1, Duration.ofDays(30)),
                kept(TASKS, 1, Duration.ofDays(7)),
                kept(PATCHES, 1, Duration.ofDays(30)),
                kept(METRICS, 1, Duration.ofDays(7)),
                new TopicSpec(AUDIT, 1, Map.of("cleanup.policy", "delete", "retention.ms", "-1")));
    }

    /** The topics of deployments, to be made where they are missing; one partition each, so that they keep their order. */
    public static List<TopicSpec> deployment() {
        return List.of(kept(DEPLOY_LOGS, 1, Duration.ofDays(30)), kept(DEPLOY_EVENTS, 1, Duration.ofDays(365)));
    }

    private static TopicSpec kept(String name, int partitions, Duration time) {
        return new TopicSpec(
                name, partitions, Map.of("cleanup.policy", "delete", "retention.ms", Long.toString(time.toMillis())));
    }

    private static Pattern all(String prefix) {
        return Pattern.compile(Pattern.quote(prefix) + "[a-z0-9-]{1,64}");
    }

    private static String checked(String topic) {
        if (!isShortName(topic)) {
            throw new IllegalArgumentException("topic \"" + topic
                    + "\" is not usable: 1 to 64 of the characters a-z, 0-9 and '-', for example \"app\"");
        }
        return topic;
    }
}
