package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Texts taken for formats and patterns, and days that a month does not have. */
class TextRulesTest {
    @TempDir
    private Path folder;

    private CrashLab lab(String body) throws IOException {
        return CrashLab.main(folder, List.of("java.time.LocalDate", "java.util.List"), body);
    }

    private static List<String> operators(CrashLab lab) throws Exception {
        return lab.candidates().stream().map(Candidate::operator).toList();
    }

    @Test
    void aFormatThatAsksForAWholeNumberShowsTheFraction() throws Exception {
        CrashLab lab = lab("""
                static String row(String name, double sum) {
                    return String.format("%s %.2f", name, sum);
                }

                static String line(double price) {
                    return "100%d" + String.format("%d EUR", price);
                }

                public static Object run() {
                    return line(1.5);
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.FORMAT_KIND, 1, "100%d1.50 EUR");
        assertThat(lab.applied(mended)).contains("\"100%d\" + String.format(\"%.2f EUR\", price)");
    }

    @Test
    void aPercentSignIsDoubledInTheFormatAloneNotInTheTextBesideIt() throws Exception {
        CrashLab lab = lab("""
                static String line(int share) {
                    return "of 100% " + "%d%".formatted(share);
                }

                public static Object run() {
                    return line(5);
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.FORMAT_KIND, 1, "of 100% 5%");
        assertThat(lab.applied(mended)).contains("\"of 100% \" + \"%d%%\".formatted(share)");
    }

    @Test
    void aFormatOfAnotherLineIsLeftAlone() throws Exception {
        CrashLab lab = lab("""
                static String fill(String format, double price) {
                    return String.format(format, price);
                }

                public static Object run() {
                    String label = "100%d";
                    return label + fill(label, 2.5);
                }
                """);
        assertThat(operators(lab)).doesNotContain(Operator.FORMAT_KIND.word());
    }

    @Test
    void aTextThatIsNoPatternIsQuoted() throws Exception {
        CrashLab lab = lab("""
                static String without(String text, String mark) {
                    return text.replaceAll(mark, "");
                }

                public static Object run() {
                    return without("a(b(", "(");
                }
                """);
        RuleCheck.mends(lab, Operator.QUOTE_PATTERN, 1, "ab");
    }

    @Test
    void whatOnlyIsCalledLikeAPatternsMethodIsNotQuoted() throws Exception {
        CrashLab lab = lab("""
                static String compile(String query) {
                    return java.util.regex.Pattern.compile(java.util.regex.Pattern.quote(query) + "(").pattern();
                }

                public static Object run() {
                    return compile("a");
                }
                """);
        assertThat(lab.candidates())
                .noneSatisfy(candidate -> assertThat(lab.applied(candidate)).contains("compile(Pattern.quote(\"a\"))"));
    }

    @Test
    void aDayThatTheMonthDoesNotHaveIsItsLast() throws Exception {
        CrashLab lab = lab("""
                static LocalDate due(LocalDate first, int month) {
                    return LocalDate.of(first.getYear(), month, first.getDayOfMonth());
                }

                public static Object run() {
                    return due(LocalDate.of(2026, 1, 31), 2).toString();
                }
                """);
        RuleCheck.mends(lab, Operator.LAST_DAY, 1, "2026-02-28");
    }

    @Test
    void aMonthThatDoesNotExistIsNoDayTooMany() throws Exception {
        CrashLab lab = lab("""
                static LocalDate due(int year, int month) {
                    return LocalDate.of(year, month, 1);
                }

                public static Object run() {
                    return due(2026, 13).toString();
                }
                """);
        assertThat(operators(lab)).doesNotContain(Operator.LAST_DAY.word());
    }
}
