package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes that one small classical program after the other needs, and those that none does. */
class ClassicalFaultsTest {
    private static final String SOURCE = """
            import java.util.ArrayList;
            import java.util.HashSet;
            import java.util.List;
            import java.util.Set;

            class Classics {
                private final Set<Integer> seen = new HashSet<>();
                private final List<Integer> kept = new ArrayList<>();
                private int moves;

                static String binary(int number) {
                    String digits = "";
                    for (; number > 0; number /= 2) {
                        digits = digits + number % 2;
                    }
                    return digits;
                }

                static int pages(int items, int size) {
                    return items / size + 1;
                }

                static int depth(int size) {
                    if (size == 0) {
                        return 0;
                    }
                    return 1 + depth(size / 2) + depth(size - size / 2);
                }

                static long millis(int days) {
                    return days * 24 * 60 * 60 * 1000;
                }

                static boolean both(int n) {
                    return n % 3 == 0 || n % 5 == 0;
                }

                boolean visit(int at) {
                    if (seen.contains(at)) {
                        return false;
                    }
                    return kept.add(at);
                }

                int moves() {
                    return moves;
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void offersWhatClassicalProgramsNeed() throws IOException {
        assertThat(MutationLab.of(root, SOURCE).outcomes())
                .contains(
                        SOURCE.replace("digits + number % 2", "(number % 2) + digits"),
                        SOURCE.replace("items / size + 1", "(items + size - 1) / size"),
                        SOURCE.replace("size == 0", "size <= 1"),
                        SOURCE.replace("days * 24 *", "(long) days * 24 *"),
                        SOURCE.replace("|| n % 5 == 0", "|| n % 5 == 0 || n % 15 == 0"),
                        SOURCE.replace("        return kept.add", "        seen.add(at);\n        return kept.add"));
    }

    @Test
    void aFactorIsWidenedBeforeTheProductIsTooLarge() throws IOException {
        assertThat(MutationLab.of(root, SOURCE).outcomes()).noneMatch(text -> text.contains("(long) (days * 24"));
    }

    @Test
    void aQuestionThatChangesSomethingIsNotAskedElsewhere() throws IOException {
        assertThat(MutationLab.of(root, SOURCE).outcomes())
                .noneMatch(text -> text.matches("(?s).*if \\([^\\n]*(?:\\|\\||&&) !?kept\\.add\\(at\\).*")
                        || text.matches("(?s).*if \\(!?kept\\.add\\(at\\) (?:\\|\\||&&).*"));
    }

    @Test
    void whatTellsAStateDoesNotChangeIt() throws IOException {
        int line = SOURCE.substring(0, SOURCE.indexOf("return moves;")).split("\n").length;
        List<Candidate> candidates = MutationLab.of(root, SOURCE).candidates(Map.of(line, 1.0));
        assertThat(candidates).isNotEmpty();
        assertThat(candidates).noneMatch(one -> one.edits().get(0).replacement().contains("moves++;"));
    }

    @Test
    void whatIsAskedForAndNeverPutInStandsAboveOtherAdditions() throws IOException {
        int line = SOURCE.substring(0, SOURCE.indexOf("return kept.add")).split("\n").length;
        List<Candidate> candidates = MutationLab.of(root, SOURCE).candidates(Map.of(line, 1.0));
        assertThat(candidates)
                .filteredOn(one -> one.operator().startsWith("addition-"))
                .first()
                .satisfies(one -> assertThat(one.edits().get(0).replacement()).contains("seen.add(at);"));
    }
}
