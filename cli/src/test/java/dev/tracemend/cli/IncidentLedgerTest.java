package dev.tracemend.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.contracts.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

class IncidentLedgerTest {
    private final List<String> news = new ArrayList<>();
    private final IncidentLedger ledger = new IncidentLedger("app", 2, (word, text) -> news.add(word));

    @Test
    void countsEachContextOnceAndKeepsTheStandingVerdict() {
        context("{'id':'c1','fingerprint':'f','title':'T','count':3,'ctx':['x'],'ts':1}");
        context("{'id':'c1','fingerprint':'f','title':'T','count':3,'ctx':['x'],'ts':1}");
        result("{'container':'app','id':'r1','fingerprint':'f','verdict':'verified','ts':2}");
        context("{'id':'c2','fingerprint':'f','title':'T','count':4,'ctx':['x'],'ts':3}");
        result("{'container':'app','id':'r2','fingerprint':'f','verdict':'diagnosed','repeatOf':'r1','ts':4}");

        assertThat(ledger.incidents()).singleElement().satisfies(incident -> {
            assertThat(incident.count()).isEqualTo(7);
            assertThat(incident.verdict()).isEqualTo("verified");
        });
        assertThat(ledger.allDecided()).isTrue();
        assertThat(news).containsExactly("context", "verified", "context");
    }

    @Test
    void aMalformedRecordIsToldAndSkipped() {
        context("no json");

        assertThat(ledger.incidents()).isEmpty();
        assertThat(news).containsExactly("skipped");
    }

    @Test
    void aRecordWithoutValueIsToldAndSkipped() {
        ledger.take(new ConsumerRecord<>(Topics.ctx("app"), 0, 0, "f", null));
        ledger.take(new ConsumerRecord<>(Topics.results("app"), 0, 0, "f", null));

        assertThat(ledger.incidents()).isEmpty();
        assertThat(news).containsExactly("skipped", "skipped");
    }

    private void context(String json) {
        take(Topics.ctx("app"), json);
    }

    private void result(String json) {
        take(Topics.results("app"), json);
    }

    private void take(String topic, String json) {
        byte[] value = json.replace('\'', '"').getBytes(StandardCharsets.UTF_8);
        ledger.take(new ConsumerRecord<>(topic, 0, 0, "f", value));
    }
}
