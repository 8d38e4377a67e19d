package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionCorpusTest {
    private final Redactor redactor = new Redactor();

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "heldout", "later"})
    void findsTheSecretsAndLeavesTheRest(String part) {
        RedactionScore score = RedactionScore.of(redactor, RedactionCorpus.own(part));

        System.out.println("redaction, " + part + ": " + score);
        score.missed().forEach(line -> System.out.println("  missed: " + line));
        score.spurious().forEach(line -> System.out.println("  needless: " + line));
        assertThat(score.recall()).isGreaterThanOrEqualTo(0.98);
        assertThat(score.precision()).isGreaterThanOrEqualTo(0.98);
    }

    @Test
    void isLargeEnoughToSaySomething() {
        RedactionCorpus tuning = RedactionCorpus.own("tuning");
        RedactionCorpus heldOut = RedactionCorpus.own("heldout");

        assertThat(tuning.secrets().size() + heldOut.secrets().size()).isGreaterThanOrEqualTo(200);
        assertThat(tuning.innocent().size() + heldOut.innocent().size()).isGreaterThanOrEqualTo(400);
        assertThat(heldOut.secrets()).hasSizeGreaterThan(tuning.secrets().size() / 3);
    }

    @ParameterizedTest
    @ValueSource(strings = {"tuning", "heldout", "later"})
    void changesNothingTheSecondTime(String part) {
        for (RedactionCorpus.Entry entry : RedactionCorpus.own(part).secrets()) {
            String once = redactor.redact(entry.text()).text();
            assertThat(redactor.redact(once)).isEqualTo(new Redaction(once, 0));
        }
    }
}
