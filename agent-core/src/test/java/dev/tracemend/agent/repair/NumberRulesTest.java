package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NumberRulesTest {
    @TempDir
    private Path folder;

    private CrashLab lab(String body) throws IOException {
        return CrashLab.main(folder, List.of("java.math.BigDecimal", "java.time.LocalDate", "java.util.List"), body);
    }

    @Test
    void averageOfNothingIsWhatASiblingSaysOfNothing() throws Exception {
        CrashLab lab = lab("""
                static int highest(List<Integer> amounts) {
                    if (amounts.isEmpty()) {
                        return 0;
                    }
                    return amounts.get(0);
                }

                static int average(List<Integer> amounts) {
                    int total = 0;
                    for (int each : amounts) {
                        total += each;
                    }
                    return total / amounts.size();
                }

                public static Object run() {
                    return average(List.of());
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.SIBLING_GUARD, 1, 0);
        assertThat(mended.symptom()).isFalse();
        assertThat(lab.applied(mended))
                .contains("        if (amounts.isEmpty()) {\n            return 0;\n        }\n        return total");
    }

    @Test
    void divisionByAZeroVariableIsGuarded() throws Exception {
        CrashLab lab = lab("""
                static int share(int sum, int people) {
                    return sum / people;
                }

                public static Object run() {
                    return share(12, 0);
                }
                """);
        RuleCheck.mends(lab, Operator.ZERO_GUARD, 1, 0);
    }

    @Test
    void endlessQuotientIsRoundedAsSiblingsRound() throws Exception {
        CrashLab lab = lab("""
                static BigDecimal half(BigDecimal sum) {
                    return sum.divide(BigDecimal.TEN, 3, java.math.RoundingMode.DOWN);
                }

                static BigDecimal third(BigDecimal sum) {
                    return sum.divide(new BigDecimal(3));
                }

                public static Object run() {
                    return third(BigDecimal.ONE);
                }
                """);
        RuleCheck.mends(lab, Operator.ROUNDING, 1, new BigDecimal("0.333"));
    }

    @Test
    void endlessQuotientIsRoundedWithAnImport() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    return BigDecimal.ONE.divide(new BigDecimal(3));
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.ROUNDING, 1, new BigDecimal("0.33"));
        assertThat(lab.applied(mended))
                .contains("import java.math.BigDecimal;\nimport java.math.RoundingMode;\nimport java.time");
    }

    @Test
    void paddedNumberIsTrimmed() throws Exception {
        CrashLab lab = lab("""
                static int wholeNumber(String field) {
                    return Integer.parseInt(field);
                }

                public static Object run() {
                    return wholeNumber(" 12");
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.TRIM, 1, 12);
        assertThat(lab.applied(mended)).contains("Integer.parseInt(field.trim())");
    }

    @Test
    void groupedNumberLosesItsCommas() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    String[] fields = "a;1,250".split(";");
                    return Integer.parseInt(fields[1]);
                }
                """);
        RuleCheck.mends(lab, Operator.REMOVE_GROUPING, 1, 1250);
    }

    @Test
    void absentNumberIsTheDefaultOfASibling() throws Exception {
        CrashLab lab = lab("""
                private static final int NONE = -1;

                static int pages(String text) {
                    return text.isBlank() ? NONE : Integer.parseInt(text);
                }

                static int copies(String text) {
                    return Integer.parseInt(text);
                }

                public static Object run() {
                    return copies("");
                }
                """);
        RuleCheck.mends(lab, Operator.BLANK_DEFAULT, 1, -1);
    }

    @Test
    void largeNumberBecomesALong() throws Exception {
        CrashLab lab = lab("""
                static int bytes(String text) {
                    return Integer.parseInt(text);
                }

                public static Object run() {
                    return (long) bytes("5000000000");
                }
                """);
        RuleCheck.mends(lab, Operator.WIDER_NUMBER, 1, 5_000_000_000L);
    }

    @Test
    void dateWithATimeIsStillADate() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    return LocalDate.parse("2026-11-21T10:15:00").getDayOfMonth();
                }
                """);
        RuleCheck.mends(lab, Operator.DATE_SHAPE, 1, 21);
    }

    @Test
    void dateWithDotsIsReadByItsPattern() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    String day = "21.11.2026";
                    return LocalDate.parse(day).getDayOfMonth();
                }
                """);
        RuleCheck.mends(lab, Operator.DATE_SHAPE, 1, 21);
    }
}
