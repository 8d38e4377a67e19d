package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypeRulesTest {
    @TempDir
    private Path folder;

    private CrashLab lab(String body) throws IOException {
        return CrashLab.main(folder, List.of("java.util.HashMap", "java.util.List", "java.util.Map"), body);
    }

    @Test
    void anyKindOfNumberIsTaken() throws Exception {
        CrashLab lab = lab("""
                private final Map<String, Object> values = new HashMap<>(Map.of("points", 480L));

                int points() {
                    return (Integer) values.getOrDefault("points", 0);
                }

                public static Object run() {
                    return new Main().points();
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.NUMBER_VALUE, 1, 480);
        assertThat(lab.applied(mended)).contains("return ((Number) values.getOrDefault(\"points\", 0)).intValue();");
    }

    @Test
    void valueIsTurnedIntoText() throws Exception {
        CrashLab lab = lab("""
                static String text(Object value) {
                    return ((String) value).trim();
                }

                public static Object run() {
                    return text(12);
                }
                """);
        RuleCheck.mends(lab, Operator.TEXT_VALUE, 1, "12");
    }

    @Test
    void arrayIsGivenItsType() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> names = List.of("a", "b");
                    String[] array = (String[]) new java.util.ArrayList<>(names).toArray();
                    return array.length;
                }
                """);
        RuleCheck.mends(lab, Operator.TYPED_ARRAY, 1, 2);
    }

    @Test
    void equalsAsksForTheClass() throws Exception {
        CrashLab lab = lab("""
                private int id = 1;

                @Override
                public boolean equals(Object other) {
                    Main that = (Main) other;
                    return id == that.id;
                }

                @Override
                public int hashCode() {
                    return id;
                }

                public static Object run() {
                    return new Main().equals("text");
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.INSTANCE_CHECK, 1, false);
        assertThat(mended.symptom()).isFalse();
    }

    @Test
    void constantIsFoundInAnotherSpelling() throws Exception {
        CrashLab lab = lab("""
                enum Delivery { STANDARD, EXPRESS }

                static Delivery named(String delivery) {
                    return Delivery.valueOf(delivery);
                }

                public static Object run() {
                    return named("express").ordinal();
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.ENUM_CASE, 1, 1);
        assertThat(lab.applied(mended))
                .contains("Delivery.valueOf(delivery.toUpperCase(Locale.ROOT))", "import java.util.Locale;");
    }

    @Test
    void constantIsFoundByItsAlias() throws Exception {
        CrashLab lab = lab("""
                enum State { OPEN, CANCELLED }

                public static Object run() {
                    String name = "canceled";
                    State state = State.valueOf(name);
                    return state.name();
                }
                """);
        RuleCheck.mends(lab, Operator.ENUM_ALIAS, 1, "CANCELLED");
    }

    @Test
    void accessorMeansItsField() throws Exception {
        CrashLab lab = lab("""
                private final String name = "ada";

                String getName() {
                    return getName();
                }

                public static Object run() {
                    return new Main().getName();
                }
                """);
        RuleCheck.mends(lab, Operator.FIELD_NOT_SELF, 1, "ada");
    }

    @Test
    void recursionDoesNotStepOverItsEnd() throws Exception {
        CrashLab lab = lab("""
                static int steps(int n) {
                    if (n == 0) {
                        return 0;
                    }
                    return 1 + steps(n - 2);
                }

                public static Object run() {
                    return steps(5);
                }
                """);
        RuleCheck.mends(lab, Operator.RECURSION_END, 2, 3);
    }
}
