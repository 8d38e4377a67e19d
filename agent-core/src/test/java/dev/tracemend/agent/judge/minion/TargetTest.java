package dev.tracemend.agent.judge.minion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.judge.minion.Outcome.Ending;
import dev.tracemend.agent.judge.minion.Outcome.Thrown;
import dev.tracemend.agent.judge.minion.Target.Nearness;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** When an outcome is the logged failure. */
class TargetTest {
    private static Nearness nearness(String type, String logged, String seen) {
        Target target = new Target(type, logged, "shop.A", "m", 5);
        return target.nearness(threw(new Thrown(type, seen, "shop.A", "m", 5)));
    }

    private static Outcome threw(Thrown... chain) {
        return new Outcome(Ending.THREW, 0, "", List.of(chain));
    }

    @ParameterizedTest
    @CsvSource({
        "Index 3 out of bounds for length 3, Index 3 out of bounds for length 3, SAME",
        "Index 3 out of bounds for length 3, Index 7 out of bounds for length 7, ALIKE",
        "Index 3 out of bounds for length 3, Index 9 out of bounds for length 3, PLACE",
        "Index 3 out of bounds for length 3, Index -1 out of bounds for length 3, PLACE",
        "Index -1 out of bounds for length 3, Index -2 out of bounds for length 9, ALIKE",
        "Index 0 out of bounds for length 0, Index 3 out of bounds for length 3, PLACE",
        "'index 3, length 3', 'index 5, length 5', ALIKE",
        "'begin 0, end -1, length 6', 'begin 0, end -1, length 2', ALIKE",
    })
    void boundsAreComparedByTheirRelation(String logged, String seen, Nearness expected) {
        assertThat(nearness("java.lang.ArrayIndexOutOfBoundsException", logged, seen))
                .isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            ignoreLeadingAndTrailingWhitespace = false,
            value = {
                "For input string: \" 12\",For input string: \" 12\",SAME",
                "For input string: \" 12\",For input string: \" 345\",ALIKE",
                "For input string: \" 12\",For input string: \"x\",PLACE",
                "For input string: \" 12\",For input string: \"\",PLACE"
            })
    void offendingTextsAreComparedByTheirMake(String logged, String seen, Nearness expected) {
        assertThat(nearness("java.lang.NumberFormatException", logged, seen)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "java.lang.Integer, java.lang.Long, SAME",
        "java.lang.String, java.lang.Long, PLACE",
        "java.lang.Integer, java.lang.Double, PLACE"
    })
    void castsAreComparedByTheirClassesNotByTheirLoaders(String from, String to, Nearness expected) {
        String logged = "class java.lang.Integer cannot be cast to class java.lang.Long (java.lang.Integer and"
                + " java.lang.Long are in module java.base of loader 'bootstrap')";
        String seen = "class " + from + " cannot be cast to class " + to + " (elsewhere)";
        assertThat(nearness("java.lang.ClassCastException", logged, seen)).isEqualTo(expected);
        assertThat(new Target("java.lang.ClassCastException", logged, "shop.A", "m", 5).tellsTheOffender())
                .isTrue();
    }

    @Test
    void anotherNullIsAnotherFailure() {
        String type = "java.lang.NullPointerException";
        String logged = "Cannot invoke \"String.trim()\" because \"name\" is null";
        assertThat(nearness(type, logged, "Cannot invoke \"String.trim()\" because \"city\" is null"))
                .isEqualTo(Nearness.ALIKE);
        assertThat(nearness(type, logged, "Cannot read field \"x\" because \"name\" is null"))
                .isEqualTo(Nearness.NONE);
        assertThat(nearness(type, "", "Cannot read field \"x\" because \"name\" is null"))
                .isEqualTo(Nearness.PLACE);
    }

    @Test
    void typeAndPlaceMustAgreeSomewhereInTheChain() {
        Target target = new Target("java.lang.ArithmeticException", "/ by zero", "shop.A", "lambda$m$3", 5);
        Thrown outer = new Thrown("java.lang.IllegalStateException", "wrapped", "shop.B", "run", 9);
        assertThat(target.nearness(threw(outer, new Thrown(target.type(), "/ by zero", "shop.A", "lambda$m$0", 5))))
                .isEqualTo(Nearness.SAME);
        assertThat(target.nearness(threw(outer))).isEqualTo(Nearness.NONE);
        assertThat(target.nearness(threw(new Thrown(target.type(), "/ by zero", "shop.A", "lambda$m$0", 6))))
                .isEqualTo(Nearness.NONE);
        assertThat(target.remains(List.of(new Thrown(target.type(), "", "shop.A", "lambda$m$0", 6))))
                .isTrue();
    }
}
