package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageTemplateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '¦', quoteCharacter = '~', textBlock = """
            order 4711 failed after 12.5ms ¦ order <*> failed after <*>
            order-4711 of user_17 is gone. ¦ order-<*> of user_<*> is gone.
            no such user 'jane' in "eu west" ¦ no such user <*> in <*>
            cannot connect to 10.0.0.1:5432 ¦ cannot connect to <*>
            Connection to http://shop:80/x?id=1 refused ¦ Connection to <*> refused
            request 550e8400-e29b-41d4-a716-446655440000 lost ¦ request <*> lost
            commit deadbeef1234 at 0x7ffe is bad ¦ commit <*> at <*> is bad
            open /var/lib/shop/a.db: denied ¦ open <*>: denied
            due 2026-11-21T10:00:00.123Z or 2026-11-21 10:00:00 ¦ due <*> or <*>
            ids 1, 2, 3 and 4 missing ¦ ids <*> and <*> missing
            can't read the row ¦ can't read the row
            mail to jane@acme.example bounced ¦ mail to <*> bounced
            balance is -12 ¦ balance is <*>
            a facade decade added ¦ a facade decade added
            pod shop-6d9f7c5b4-x2x9z of carol19 is gone ¦ pod shop-<*> of <*> is gone
            """)
    void masksWhatVaries(String message, String template) {
        assertThat(MessageTemplate.of(message)).isEqualTo(template);
    }

    @Test
    void readsTheFirstLineUpToItsBound() {
        assertThat(MessageTemplate.of("first 1\nsecond")).isEqualTo("first <*>");
        assertThat(MessageTemplate.of("x".repeat(5_000))).hasSize(MessageTemplate.MAX_CHARS);
        assertThat(MessageTemplate.of("")).isEmpty();
    }

    @Test
    void changesNothingTheSecondTime() {
        String once = MessageTemplate.of("order 1, 2, 3 of 'jane' at 10.0.0.1 took 12ms (/srv/x)");

        assertThat(MessageTemplate.of(once)).isEqualTo(once);
    }
}
