package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ShapeMutationsTest {
    private static final String SOURCE = """
            import java.util.List;
            import java.util.Set;

            class Table {
                static double celsius(double f) {
                    return f - 32 * 5 / 9.0;
                }

                static int area(int a, int b) {
                    return a * b + 1;
                }

                static int net(int a, int b) {
                    return (a + b) * 2;
                }

                static int at(int[][] rows, int x, int y) {
                    return rows[y][x];
                }

                static boolean done(Set<String> all, List<String> some, List<String> wanted) {
                    return all.containsAll(wanted);
                }
            }
            """;

    @TempDir
    Path root;

    @Test
    void groupsAndUngroupsSwapsIndicesAndOffersReceiversOfOtherTypes() throws IOException {
        assertThat(MutationLab.of(root, SOURCE).outcomes())
                .contains(
                        SOURCE.replace("f - 32 * 5 / 9.0", "(f - 32) * 5 / 9.0"),
                        SOURCE.replace("a * b + 1", "a * (b + 1)"),
                        SOURCE.replace("(a + b) * 2", "a + b * 2"),
                        SOURCE.replace("rows[y][x]", "rows[x][y]"),
                        SOURCE.replace("all.containsAll(wanted)", "some.containsAll(wanted)"));
    }
}
