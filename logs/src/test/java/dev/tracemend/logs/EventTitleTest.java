package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventTitleTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            java-lambda    ¦ NullPointerException in Cart.total: Cannot invoke "java.lang.Integer.intValue()" because the return value of "shop.Shop$Item.price()" is null
            java-bounds    ¦ ArrayIndexOutOfBoundsException in Cart.at: Index 3 out of bounds for length 1
            java-anonymous ¦ NoSuchElementException in Shop.run: No value present
            java-refused   ¦ ConnectException in Shop.main: Connection refused
            python-key     ¦ KeyError in price: 'price'
            python-syn     ¦ SyntaxError in cfg.py: '(' was never closed
            node-async     ¦ TypeError in name: Cannot read properties of undefined (reading 'name')
            node-custom    ¦ NotFound in Object.custom: user 5
            node-refused   ¦ Error: connect ECONNREFUSED 127.0.0.1:1
            """)
    void namesTypePlaceAndMessage(String name, String title) {
        assertThat(title(Traces.read("traces/" + name))).isEqualTo(title);
    }

    @Test
    void isTheMessageWhereThereIsNoTrace() {
        assertThat(title("2026-11-21 10:00:00 ERROR c.a.Shop - order\t17   failed"))
                .isEqualTo("order 17 failed");
        assertThat(title("2026-11-21 10:00:00 ERROR c.a.Shop - ")).isEqualTo("error of c.a.Shop");
        assertThat(title("")).isNotEmpty();
    }

    @Test
    void isOneShortLine() {
        assertThat(title("ERROR " + "word ".repeat(500)))
                .hasSizeLessThanOrEqualTo(EventTitle.MAX_CHARS)
                .endsWith("…");
        assertThat(title("a.E: first\nsecond\n\tat a.B.c(B.java:1)")).isEqualTo("E in B.c: first");
    }

    private static String title(String event) {
        return EventTitle.of(TraceParser.parse(event), LineParser.parse(event));
    }
}
