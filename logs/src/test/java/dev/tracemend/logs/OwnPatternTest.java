package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnPatternTest {
    private static Redactor with(OwnPattern... patterns) {
        return Redactor.of(new RedactionConfig(true, false, false, List.of(patterns)));
    }

    @Test
    void masksWhatItMatchesOrItsGroupNamedSecret() {
        Redactor redactor = with(
                new OwnPattern("customer", "CUST-\\d{6}"),
                new OwnPattern("ticket", "ticket (?<secret>\\d+)", List.of("Ticket ")));

        Redaction redaction = redactor.redact("CUST-123456 and CUST-654321 opened ticket 4711.");

        assertThat(redaction.text())
                .isEqualTo("[redacted:customer] and [redacted:customer] opened ticket [redacted:ticket].");
        assertThat(redaction.kinds()).isEqualTo(Map.of("customer", 2, "ticket", 1));
        assertThat(redactor.redact(redaction.text())).isEqualTo(new Redaction(redaction.text(), 0));
    }

    @Test
    void leavesMasksOfOtherRulesAlone() {
        Redactor redactor = with(new OwnPattern("word", "[a-z]+"));

        assertThat(redactor.redact("password=hunter2 X").text()).isEqualTo("[redacted:word]=[redacted:password] X");
    }

    @ParameterizedTest
    @CsvSource({
        "bad-group, '(abc', Unclosed group",
        "empty, 'a*', matches the empty text",
        "Big Name, 'abc', lower-case letters",
    })
    void aBadPatternIsAnErrorThatNamesIt(String name, String regex, String why) {
        assertThatThrownBy(() -> with(new OwnPattern("fine", "x"), new OwnPattern(name, regex)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("'" + name + "'")
                .hasMessageContaining(why);
    }

    @ParameterizedTest
    @CsvSource({"'(a+)+b'", "'(a|a)+b'", "'(a|aa)*c'", "'a.*a.*a.*b'"})
    void aPatternThatWouldTakeForEverIsStoppedAndNothingLeaks(String regex) {
        String text = "a".repeat(100_000) + "!";
        long start = System.nanoTime();

        Redaction redaction = with(new OwnPattern("slow", regex)).redact(text);

        assertThat(System.nanoTime() - start).isLessThan(5_000_000_000L);
        assertThat(redaction.text()).isEqualTo("[redacted:slow]");
        assertThat(redaction.count()).isEqualTo(1);
    }

    @Test
    void switchedOffNothingIsMasked() {
        Redactor off = Redactor.of(new RedactionConfig(false, true, true, List.of(new OwnPattern("x", "x"))));

        assertThat(off.redact("password=hunter2 x")).isEqualTo(new Redaction("password=hunter2 x", 0));
        assertThat(off.rules()).isEmpty();
    }

    @Test
    void byDefaultSecretsAreMaskedAndPeopleAreNot() {
        assertThat(RedactionConfig.defaults()).isEqualTo(new RedactionConfig(true, false, false, List.of()));
        assertThat(RedactionConfig.off().enabled()).isFalse();
    }
}
