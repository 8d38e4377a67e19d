package dev.tracemend.logs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What others build on: a line without anything that a rule needs is never changed by that rule. */
class RedactionNeedsTest {
    private static final List<RedactionRule> RULES = Redactor.of(new RedactionConfig(
                    true, true, true, List.of(new OwnPattern("own", "own-\\d{4}", List.of("own-")))))
            .rules();

    private static final List<String> PIECES = new ArrayList<>(List.of(
            "=",
            ":",
            ": ",
            " ",
            "\"",
            "'",
            "{",
            "}",
            "@",
            "/",
            ".",
            "-",
            "_",
            "\n",
            "\\",
            "4111 1111 1111 1111",
            "4111111111111111",
            "hunter2",
            "aB3dE5gH7jK9mN1pQ3sT5vW7yZ9bC1dF3hJ5",
            "0123456789abcdef0123456789abcdef",
            "=x",
            "AaBbCcDdEeFfGgHh0123456789+/abcdefghijklmnopqrstuvwxyz0123456789AB",
            "jane@acme.example",
            "DE89370400440532013000",
            "\u212a",
            "\u017f",
            "\ud800",
            "user",
            "org.acme.Shop",
            "\tat "));

    static {
        RULES.forEach(rule -> PIECES.addAll(rule.needs().literals()));
    }

    @Test
    void aRuleLeavesEveryTextWithoutItsNeedsAsItIs() {
        Random random = new Random(7);
        for (int run = 0; run < 40_000; run++) {
            String text = text(random);
            for (RedactionRule rule : RULES) {
                if (!rule.needs().isMetBy(text)) {
                    assertThat(rule.mask(text).text()).as(rule.id()).isEqualTo(text);
                }
            }
        }
    }

    @Test
    void theScanFindsEveryRuleWhoseNeedsAreMetAndNoOther() {
        NeedScan scan = new NeedScan(RULES);
        Random random = new Random(8);
        for (int run = 0; run < 20_000; run++) {
            String text = text(random);
            BitSet due = scan.due(text);
            for (int rule = 0; rule < RULES.size(); rule++) {
                assertThat(due.get(rule))
                        .as(RULES.get(rule).id() + " in " + text)
                        .isEqualTo(RULES.get(rule).needs().isMetBy(text));
            }
        }
    }

    @Test
    void rulesHaveNamesOfTheirOwnAndNeedSomething() {
        assertThat(RULES.stream().map(RedactionRule::id)).doesNotHaveDuplicates();
        assertThat(RULES).allSatisfy(rule -> {
            assertThat(rule.needs().isAlways()).isFalse();
            assertThat(rule.needs().literals().size()
                            + rule.needs().digits()
                            + rule.needs().base64())
                    .isPositive();
        });
    }

    @Test
    void aLiteralIsLowerCaseAscii() {
        assertThatThrownBy(() -> RedactionNeeds.anyOf("Token")).hasMessageContaining("Token");
        assertThatThrownBy(() -> RedactionNeeds.anyOf("schlüssel")).isInstanceOf(IllegalArgumentException.class);
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(10); i >= 0; i--) {
            String piece = PIECES.get(random.nextInt(PIECES.size()));
            // Cut short and in capitals now and then: what is nearly a literal is none.
            piece = random.nextInt(6) == 0 ? piece.substring(random.nextInt(piece.length())) : piece;
            text.append(random.nextInt(6) == 0 ? piece.toUpperCase(java.util.Locale.ROOT) : piece);
        }
        return text.toString();
    }
}
