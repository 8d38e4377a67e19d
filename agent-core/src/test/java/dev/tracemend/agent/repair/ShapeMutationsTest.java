package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        assertThat(outcomes())
                .contains(
                        SOURCE.replace("f - 32 * 5 / 9.0", "(f - 32) * 5 / 9.0"),
                        SOURCE.replace("a * b + 1", "a * (b + 1)"),
                        SOURCE.replace("(a + b) * 2", "a + b * 2"),
                        SOURCE.replace("rows[y][x]", "rows[x][y]"),
                        SOURCE.replace("all.containsAll(wanted)", "some.containsAll(wanted)"));
    }

    private List<String> outcomes() throws IOException {
        Path real = root.toRealPath();
        Files.createDirectories(real.resolve("src"));
        Files.writeString(real.resolve("src/Table.java"), SOURCE);
        Map<Integer, Double> lines = new HashMap<>();
        for (int line = 1; line <= 30; line++) {
            lines.put(line, 0.8);
        }
        Project project = new Project(real, List.of(real.resolve("src")), List.of(), List.of());
        return new Mutator()
                .candidates(project, new Suspicion(Map.of("src/Table.java", lines)), Map.of(), 20_000).stream()
                        .map(ShapeMutationsTest::applied)
                        .toList();
    }

    private static String applied(Candidate candidate) {
        StringBuilder text = new StringBuilder(SOURCE);
        candidate.edits().stream()
                .sorted(Comparator.comparingInt(TextEdit::start).reversed())
                .forEach(edit -> text.replace(edit.start(), edit.end(), edit.replacement()));
        return text.toString();
    }
}
