package dev.tracemend.tailer.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ProducerSettingsTest {
    @Test
    void theUsersSettingsWinButForThoseThatKeepLinesFromBeingLost() {
        Map<String, String> client = Map.of(
                "security.protocol", "SASL_SSL",
                "sasl.mechanism", "PLAIN",
                "linger.ms", "100",
                "acks", "1",
                "retries", "0",
                "bootstrap.servers", "elsewhere:9092");
        Map<String, Object> settings =
                ProducerSettings.of("here:9092", "us", new PublishConfig("", "me", "zstd", false, client, Map.of()));

        assertThat(settings)
                .containsEntry("security.protocol", "SASL_SSL")
                .containsEntry("sasl.mechanism", "PLAIN")
                .containsEntry("linger.ms", "100")
                .containsEntry("acks", "all")
                .containsEntry("enable.idempotence", "true")
                .containsEntry("retries", "2147483647")
                .containsEntry("bootstrap.servers", "here:9092")
                .containsEntry("client.id", "me")
                .containsEntry("compression.type", "zstd");
        assertThat(ProducerSettings.passedOver(client)).containsExactly("acks", "bootstrap.servers", "retries");
    }

    @Test
    void withoutAnyTheDefaultsStand() {
        assertThat(ProducerSettings.of("here:9092", "us", PublishConfig.defaults()))
                .containsEntry("client.id", "us")
                .containsEntry("compression.type", "lz4")
                .doesNotContainKey("transactional.id");
        assertThat(ProducerSettings.passedOver(Map.of("acks", "all"))).isEmpty();
    }
}
