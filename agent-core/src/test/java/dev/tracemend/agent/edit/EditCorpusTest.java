package dev.tracemend.agent.edit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class EditCorpusTest {
    private static final Path CORPUS = Path.of("src/test/resources/edits");

    private final EditEngine engine = new EditEngine();

    @TestFactory
    Stream<DynamicTest> everyCaseEndsAsWritten() throws IOException {
        return cases().stream()
                .map(file -> DynamicTest.dynamicTest(CORPUS.relativize(file).toString(), () -> check(file)));
    }

    @Test
    void theCorpusIsLargeAndEveryRungAcceptsAndRefuses() throws IOException {
        List<Path> cases = cases();
        assertThat(cases).hasSizeGreaterThanOrEqualTo(150);
        Set<Integer> accepted = new TreeSet<>();
        Set<String> refused = new TreeSet<>();
        for (Path file : cases) {
            EditCase edit = EditCase.read(file);
            accepted.addAll(edit.rungs());
            if (!edit.failures().isEmpty()) {
                refused.add(String.valueOf(file.getParent().getFileName()));
            }
        }
        assertThat(accepted).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11);
        assertThat(refused)
                .contains(
                        "rung01", "rung02", "rung03", "rung04", "rung05", "rung06", "rung07", "rung08", "rung09",
                        "rung10", "rung11");
    }

    private void check(Path file) {
        EditCase edit = EditCase.read(file);
        EditPlan plan = edit.plan(engine);
        assertThat(plan.failures())
                .as("%s", plan.failures())
                .extracting(failure -> failure.reason().name())
                .containsExactlyElementsOf(edit.failures());
        assertThat(edit.result(plan)).isEqualTo(edit.wanted());
        assertThat(edit.modes(plan)).isEqualTo(edit.wantedModes());
        if (edit.failures().isEmpty()) {
            assertThat(plan.placed())
                    .extracting(placed -> placed.rung().number())
                    .isEqualTo(edit.rungs());
        }
        assertThat(plan.feedback().length()).isLessThan(6_400);
    }

    private static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(CORPUS)) {
            return files.filter(file -> file.toString().endsWith(".case"))
                    .sorted()
                    .toList();
        }
    }
}
