package dev.tracemend.tailer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.ClusterAuthorizationException;
import org.apache.kafka.common.errors.InvalidTopicException;
import org.apache.kafka.common.errors.NotLeaderOrFollowerException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.SaslAuthenticationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.junit.jupiter.api.Test;

class FinalFailureTest {
    @Test
    void whatNobodyMayOrCanIsSaidWithItsRemedy() {
        assertThat(said(new TopicAuthorizationException("t"))).contains("logs.raw.app", "Write", "--kafka-topic");
        assertThat(said(new ClusterAuthorizationException("c"))).contains("IdempotentWrite");
        assertThat(said(new SaslAuthenticationException("s"))).contains("--client-config");
        assertThat(said(new InvalidTopicException("i"))).contains("KAFKA_TOPIC_PREFIX");
    }

    @Test
    void aCauseFurtherDownCounts() {
        assertThat(said(new KafkaException("outer", new SaslAuthenticationException("inner"))))
                .contains("--client-config", "outer");
    }

    @Test
    void aRecordThatIsTooLargeIsCutBeforeAnybodyGivesUp() {
        RecordTooLargeException large = new RecordTooLargeException("large");
        assertThat(FinalFailure.of(large, "logs.raw.app", RecordLimit.DEFAULT)).isEmpty();
        RecordLimit least = RecordLimit.DEFAULT;
        for (int i = 0; i < 20; i++) {
            least = least.smaller();
        }
        assertThat(FinalFailure.of(large, "logs.raw.app", least))
                .get()
                .asString()
                .contains("max.message.bytes");
    }

    @Test
    void whatMayPassIsTriedAgain() {
        assertThat(FinalFailure.of(new TimeoutException("later"), "logs.raw.app", RecordLimit.DEFAULT))
                .isEmpty();
        assertThat(FinalFailure.of(new NotLeaderOrFollowerException("moved"), "logs.raw.app", RecordLimit.DEFAULT))
                .isEmpty();
    }

    private static String said(Exception e) {
        return FinalFailure.of(e, "logs.raw.app", RecordLimit.DEFAULT).orElse("nothing");
    }
}
