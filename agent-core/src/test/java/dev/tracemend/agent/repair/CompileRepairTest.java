package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompileRepairTest {
    private static final String FILE = "src/Sample.java";
    private static final String SOURCE = """
            class Sample {
                static int find(int[] numbers, int wanted) {
                    int at = 0;
                    while (at < numbers.length) {
                        if (numbers[at] == wanted) {
                            return at;
                        }
                        at++;
                    }
                }

                static boolean even(int n) {
                    if (n % 2 == 0) { return true; }
                }

                static int half(long of) {
                    return of / 2;
                }

                static int third(long of) {
                    int part = of / 3;
                    return part;
                }
            }
            """;

    @TempDir
    private Path folder;

    private Project project;

    @BeforeEach
    void checkOut() throws IOException {
        Path root = folder.toRealPath();
        Files.createDirectories(root.resolve("src"));
        Files.writeString(root.resolve(FILE), "class Sample {}");
        project = new Project(root, List.of(root.resolve("src")), List.of(), List.of());
    }

    @Test
    void aMethodThatMayEndWithoutAValueReturnsWhatItKnowsOrWhatStandsForNothing() {
        List<String> mended = mended(FILE + ":10: missing return statement");

        assertThat(mended).anyMatch(text -> text.contains("        return at;\n    }\n\n    static boolean"));
        assertThat(mended).anyMatch(text -> text.contains("        return wanted;\n    }"));
        assertThat(mended).anyMatch(text -> text.contains("        return -1;\n    }"));
        assertThat(mended).noneMatch(text -> text.contains("return numbers;"));
    }

    @Test
    void whereTheTruthIsReturnedBothAreTried() {
        List<String> mended = mended(FILE + ":14: missing return statement");

        assertThat(mended).hasSize(2);
        assertThat(mended).anyMatch(text -> text.contains("{ return true; }\n        return false;\n    }"));
    }

    @Test
    void aNumberThatBecameTooWideIsCast() {
        String lossy = ": incompatible types: possible lossy conversion from long to int";

        assertThat(mended(FILE + ":17" + lossy)).singleElement().asString().contains("return (int) (of / 2);");
        assertThat(mended(FILE + ":21" + lossy)).singleElement().asString().contains("int part = (int) (of / 3);");
    }

    @Test
    void whatElseTheCompilerSaysIsLeftAlone() {
        String symbol = FILE + ":17: cannot find symbol";
        String both = FILE + ":10: missing return statement\n" + FILE + ":14: missing return statement";

        assertThat(CompileRepair.fits(symbol)).isFalse();
        assertThat(CompileRepair.fits(both)).isFalse();
        assertThat(mended(symbol)).isEmpty();
        assertThat(mended("src/Other.java:10: missing return statement")).isEmpty();
    }

    private List<String> mended(String error) {
        return new CompileRepair()
                .candidates(project, FILE, SOURCE, error).stream()
                        .map(CompileRepairTest::applied)
                        .toList();
    }

    private static String applied(Candidate candidate) {
        TextEdit edit = candidate.edits().get(0);
        return SOURCE.substring(0, edit.start()) + edit.replacement() + SOURCE.substring(edit.end());
    }
}
