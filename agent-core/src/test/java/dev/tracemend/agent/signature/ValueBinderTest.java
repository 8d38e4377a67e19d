package dev.tracemend.agent.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tracemend.agent.signature.FieldReaderTest.Everything;
import dev.tracemend.agent.signature.FieldReaderTest.Place;
import dev.tracemend.agent.signature.FieldReaderTest.Severity;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ValueBinderTest {
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final String GOOD = """
            {"title":"t","count":3,"cost":1.25,"open":true,"severity":"HIGH",
             "places":[{"file":"A.java","line":7},{"file":"B.java"}],"shares":{"a":0.5}}""";

    @Test
    void whatFitsIsBound() throws Exception {
        assertThat(bound(GOOD))
                .isEqualTo(new Everything(
                        "t",
                        3,
                        new BigDecimal("1.25"),
                        true,
                        Severity.HIGH,
                        List.of(new Place("A.java", Optional.of(7)), new Place("B.java", Optional.empty())),
                        Map.of("a", 0.5)));
    }

    @Test
    void numbersInQuotesNamesInAnotherCaseAndAListOfOneAreForgiven() throws Exception {
        assertThat(bound("""
                {"title":7,"count":"3","cost":"1.25","open":"True","severity":"high",
                 "places":{"file":"A.java","line":null},"shares":{}}"""))
                .isEqualTo(new Everything(
                        "7",
                        3,
                        new BigDecimal("1.25"),
                        true,
                        Severity.HIGH,
                        List.of(new Place("A.java", Optional.empty())),
                        Map.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"count\":3|\"count\":3.5|`count` takes a whole number, not 3.5",
                "\"count\":3|\"count\":99999999999|`count` takes a whole number, not 99999999999",
                "\"count\":3|\"count\":\"three\"|`count` takes a whole number, not \"three\"",
                "\"count\":3,||`count` is missing; it takes a whole number",
                "\"count\":3|\"count\":1e999999999|`count` takes a whole number, not 1E+999999999",
                "\"severity\":\"HIGH\"|\"severity\":\"URGENT\"|`severity` takes one of LOW, HIGH, not \"URGENT\"",
                "\"line\":7|\"row\":7|`places[0].row` is unknown; the fields are file, line",
                "\"open\":true|\"open\":2|`open` takes true or false, not 2",
                "\"a\":0.5|\"a\":[]|`shares.a` takes a number, not []"
            })
    void whatDoesNotFitIsNamed(String part, String instead, String message) {
        assertThatThrownBy(() -> bound(GOOD.replace(part, instead == null ? "" : instead)))
                .isInstanceOf(BindingException.class)
                .hasMessage(message);
    }

    @Test
    void noJsonWhateverMakesItThrowAnythingElse() {
        Random random = new Random(5);
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder(GOOD);
            for (int j = 0; j <= random.nextInt(4); j++) {
                text.setCharAt(random.nextInt(text.length()), "{}[]\",:0aeE-.tn".charAt(random.nextInt(15)));
            }
            try {
                assertThat(bound(text.toString())).isNotNull();
            } catch (BindingException | JsonProcessingException | ClassCastException refused) {
                assertThat(refused)
                        .satisfiesAnyOf(
                                e -> assertThat(e).isInstanceOf(BindingException.class),
                                e -> assertThat(e).isInstanceOf(JsonProcessingException.class),
                                e -> assertThat(e.getStackTrace()[0].getClassName())
                                        .contains("ValueBinderTest"));
            }
        }
    }

    private static Everything bound(String json) throws BindingException, JsonProcessingException {
        JsonNode node = JSON.readTree(json);
        List<Object> values = ValueBinder.bind(FieldReader.of(Everything.class), (ObjectNode) node);
        return Records.make("", Everything.class, values);
    }
}
