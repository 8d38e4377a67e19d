package dev.tracemend.tailer.publish;

import java.util.Optional;
import org.apache.kafka.common.config.ConfigException;
import org.apache.kafka.common.errors.AuthenticationException;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidConfigurationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.errors.TransactionalIdAuthorizationException;
import org.apache.kafka.common.errors.UnsupportedForMessageFormatException;
import org.apache.kafka.common.errors.UnsupportedVersionException;

/** Which failures of a producer no second try will mend, each with what a person can do. */
final class FinalFailure {
    private static final int DEEPEST = 8;

    private FinalFailure() {}

    /** What to say, unless trying again may help. */
    static Optional<String> of(Throwable failure, String topic, RecordLimit limit) {
        Throwable cause = failure;
        for (int i = 0; cause != null && i < DEEPEST; i++) {
            Optional<String> remedy = remedy(cause, topic, limit);
            if (remedy.isPresent()) {
                return remedy.map(text -> text + " (" + failure.getMessage() + ")");
            }
            cause = cause.getCause();
        }
        return Optional.empty();
    }

    private static Optional<String> remedy(Throwable e, String topic, RecordLimit limit) {
        if (e instanceof RecordTooLargeException && limit.isLeast()) {
            return Optional.of("the broker takes not even " + limit.bytes() + " bytes in a record of " + topic
                    + "; raise max.message.bytes of the topic or message.max.bytes of the broker");
        }
        if (e instanceof AuthenticationException) {
            return Optional.of(
                    "the broker does not accept our credentials; check the TLS and SASL settings in --client-config");
        }
        if (e instanceof TopicAuthorizationException) {
            return Optional.of("the broker does not let us write to " + topic
                    + "; allow this user Write and Describe on the topic, or name another with --kafka-topic");
        }
        if (e instanceof TransactionalIdAuthorizationException) {
            return Optional.of("the broker does not let us use transactions; allow this user Write on the transactional"
                    + " id, or leave --transactional out");
        }
        if (e instanceof AuthorizationException) {
            return Optional.of("the broker does not let us publish; allow this user Write on " + topic
                    + " and IdempotentWrite on the cluster");
        }
        if (e instanceof InvalidTopicException) {
            return Optional.of("the broker knows no topic that is called " + topic + "; check --kafka-topic, --topic"
                    + " and KAFKA_TOPIC_PREFIX");
        }
        if (e instanceof UnsupportedVersionException || e instanceof UnsupportedForMessageFormatException) {
            return Optional.of("the broker is too old for what is asked; it must know idempotent producers (Kafka 2.1"
                    + " or newer), and zstd only if --compression asks for it");
        }
        if (e instanceof ConfigException || e instanceof InvalidConfigurationException) {
            return Optional.of("a setting of the Kafka client is wrong; check --client-config and --compression");
        }
        return Optional.empty();
    }
}
