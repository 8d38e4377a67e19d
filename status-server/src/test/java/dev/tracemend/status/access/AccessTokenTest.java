package dev.tracemend.status.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class AccessTokenTest {
    private static final Instant NOW = Instant.ofEpochSecond(1_795_255_200);
    private final AccessToken token = AccessToken.of("a-token-that-is-long-enough\n", "a test");

    @Test
    void onlyTheWholeTokenMatches() {
        assertThat(token.matches("a-token-that-is-long-enough")).isTrue();
        for (String other : new String[] {"", "a-token-that-is-long-enoug", "a-token-that-is-long-enough ", "A"}) {
            assertThat(token.matches(other)).as(other).isFalse();
        }
    }

    @Test
    void whatIsEasilyGuessedOrBreaksAHeaderIsRefused() {
        for (String text :
                new String[] {"", "short", "fifteen-letters", "with spaces in between", "line\r\nSet-Cookie: x=1234"}) {
            assertThatThrownBy(() -> AccessToken.of(text, "TRACEMEND_TOKEN"))
                    .hasMessageContaining("TRACEMEND_TOKEN")
                    .hasMessageContaining("openssl rand");
        }
    }

    @Test
    void aSessionHoldsUntilItsEndAndForItsTokenAlone() {
        String session = token.session(NOW);

        assertThat(session).doesNotContain("a-token");
        assertThat(token.isSession(session, NOW)).isTrue();
        assertThat(token.isSession(session, NOW.plus(AccessToken.SESSION).minusSeconds(1)))
                .isTrue();
        assertThat(token.isSession(session, NOW.plus(AccessToken.SESSION))).isFalse();
        AccessToken other = AccessToken.random();
        assertThat(other.isSession(session, NOW)).isFalse();
        assertThat(other.cookieName()).isNotEqualTo(token.cookieName());
    }

    @Test
    void noSessionCanBeMadeUp() {
        String session = token.session(NOW);
        String signature = session.substring(session.indexOf('.') + 1);
        for (String text : new String[] {
            "",
            ".",
            "x." + signature,
            "9999999999." + signature,
            session + "0",
            "-1." + signature,
            "99999999999999999999." + signature
        }) {
            assertThat(token.isSession(text, NOW)).as(text).isFalse();
        }
    }

    @Test
    void noTextShowsTheToken() {
        assertThat(token).asString().isEqualTo("token ***");
        assertThat(AccessToken.random().reveal())
                .hasSize(43)
                .isNotEqualTo(AccessToken.random().reveal());
    }
}
