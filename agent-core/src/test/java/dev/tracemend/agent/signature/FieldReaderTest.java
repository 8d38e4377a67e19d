package dev.tracemend.agent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FieldReaderTest {
    enum Severity {
        LOW,
        HIGH
    }

    record Place(String file, Optional<Integer> line) {}

    record Everything(
            @Desc("what it is about") String title,
            int count,
            BigDecimal cost,
            boolean open,
            Severity severity,
            List<Place> places,
            Map<String, Double> shares) {}

    record Node(String name, List<Node> children) {}

    record Vague(Object anything) {}

    @Test
    void aRecordBecomesASchemaWhoseKeysKeepTheirOrder() {
        assertThat(JsonSchema.of(FieldReader.of(Everything.class))).hasToString("""
                {"type":"object","properties":{\
                "title":{"type":"string","description":"what it is about"},\
                "count":{"type":"integer"},\
                "cost":{"type":"number"},\
                "open":{"type":"boolean"},\
                "severity":{"type":"string","enum":["LOW","HIGH"]},\
                "places":{"type":"array","items":{"type":"object","properties":{\
                "file":{"type":"string"},"line":{"type":"integer"}},\
                "required":["file"],"additionalProperties":false}},\
                "shares":{"type":"object","additionalProperties":{"type":"number"}}},\
                "required":["title","count","cost","open","severity","places","shares"],\
                "additionalProperties":false}""");
    }

    @Test
    void aTypeNoModelCanFillIsRefusedByName() {
        assertThatThrownBy(() -> FieldReader.of(Vague.class))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("field `anything` of Vague has the type java.lang.Object: use String");
    }

    @Test
    void anEndlessTypeIsRefused() {
        assertThatThrownBy(() -> FieldReader.of(Node.class))
                .isInstanceOf(DeclarationException.class)
                .hasMessageContaining("Node holds itself");
    }
}
