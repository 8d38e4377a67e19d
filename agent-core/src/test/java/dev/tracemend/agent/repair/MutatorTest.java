package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MutatorTest {
    private static final String SOURCE = """
        import java.util.ArrayList;
        import java.util.List;

        class Sums {
            private int total;

            Sums(int total) {
                total = total;
            }

            static int of(int[] values, int most) {
                int sum = 0;
                for (int i = 0; i <= values.length; i++) {
                    sum += values[i];
                }
                return sum / most;
            }

            List<Integer> some(List<Integer> items, boolean all) {
                List<Integer> found = new ArrayList<>();
                for (int item : items) {
                    if (item > 0 && all) {
                        found.add(item);
                    }
                }
                return found;
            }
        }
        """;

    @TempDir
    Path root;

    @Test
    void offersTheChangesThatPeopleForget() throws IOException {
        List<String> outcomes = outcomes();
        assertThat(outcomes)
                .contains(
                        SOURCE.replace("i <= values", "i < values"),
                        SOURCE.replace("total = total", "this.total = total"),
                        SOURCE.replace("item > 0 && all", "item > 0 || all"),
                        SOURCE.replace("sum / most", "most / sum"),
                        SOURCE.replace("sum / most", "(double) sum / most"),
                        SOURCE.replace("int sum = 0;", "long sum = 0;"),
                        SOURCE.replace("return found;", "return items;"));
    }

    @Test
    void offersNothingTwiceAndNothingWithoutAChange() throws IOException {
        assertThat(outcomes()).doesNotContain(SOURCE).doesNotHaveDuplicates();
    }

    @Test
    void touchesOnlySuspectedStatements() throws IOException {
        List<Candidate> candidates = MutationLab.of(root, SOURCE).candidates(Map.of(16, 1.0));
        int from = SOURCE.indexOf("        return sum");
        assertThat(candidates).isNotEmpty();
        assertThat(candidates).allSatisfy(one -> assertThat(one.edits())
                .anySatisfy(edit -> assertThat(edit.start()).isBetween(from - 30, from + 30)));
    }

    private List<String> outcomes() throws IOException {
        return MutationLab.of(root, SOURCE).outcomes();
    }
}
