package dev.tracemend.agent.edit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.EditFailure.Reason;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class EditEngineTest {
    private static final String PATH = "src/main/java/A.java";
    private static final String FILE =
            "class A {\n    int a() {\n        return 1;\n    }\n\n    int b() {\n" + "        return 2;\n    }\n}\n";

    @Test
    void anExactBlockChangesOnlyTheLinesThatDiffer() {
        EditPlan plan = place(FILE, "    int b() {\n        return 2;", "    int b() {\n        return 3;");

        int start = FILE.indexOf("        return 2;");
        assertThat(plan.edits())
                .containsExactly(
                        new TextEdit(PATH, start, start + "        return 2;\n".length(), "        return 3;\n"));
        assertThat(plan.feedback()).isEmpty();
    }

    @Test
    void trailingBlanksDoNotMatterAndUntouchedLinesKeepThem() {
        String file = FILE.replace("int b() {", "int b() {  ");

        assertThat(after(file, "    int b() {\n        return 2;\t", "    int b() {\n        return 3;"))
                .isEqualTo(file.replace("return 2;", "return 3;"));
    }

    @Test
    void anOtherButUniformIndentationIsMovedToTheFiles() {
        assertThat(after(FILE, "int b() {\n    return 2;\n}", "int b() {\n    int two = 2;\n    return two;\n}"))
                .isEqualTo(FILE.replace("        return 2;", "        int two = 2;\n        return two;"));
    }

    @Test
    void tabsInTheFileStayTabs() {
        String file = "class A {\n\tint b() {\n\t\treturn 2;\n\t}\n}\n";

        assertThat(after(file, "\treturn 2;", "\treturn 3;")).isEqualTo(file.replace("2", "3"));
    }

    @Test
    void surplusBlankLinesAroundTheBlockAreForgiven() {
        assertThat(after(FILE, "\n\n        return 2;\n", "\n\n        return 3;\n"))
                .isEqualTo(FILE.replace("return 2;", "return 3;"));
    }

    @Test
    void severalPlacesAreRefusedWithTheirLines() {
        EditPlan plan = place(FILE, "    }", "    } // end");

        assertThat(plan.edits()).isEmpty();
        assertThat(plan.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.AMBIGUOUS);
            assertThat(failure.message()).contains("2 places").contains("lines 4, 8");
        });
    }

    @Test
    void lineEndsOfTheFileArePreserved() {
        String file = FILE.replace("\n", "\r\n");

        assertThat(after(file, "        return 2;", "        int two = 2;\n        return two;"))
                .isEqualTo(file.replace("        return 2;", "        int two = 2;\r\n        return two;"));
    }

    @Test
    void aMissingFinalLineEndAndAByteOrderMarkArePreserved() {
        assertThat(after("\uFEFFone\ntwo", "one", "1")).isEqualTo("\uFEFF1\ntwo");
        assertThat(after("one\ntwo", "two", "2")).isEqualTo("one\n2");
        assertThat(after("one\ntwo", "two", "two\nthree")).isEqualTo("one\ntwo\nthree");
        assertThat(after("one\ntwo\n", "two", "two\nthree")).isEqualTo("one\ntwo\nthree\n");
        assertThat(after("one\ntwo\nthree\n", "two\nthree", "three")).isEqualTo("one\nthree\n");
    }

    @Test
    void linesThatAreNotThereComeBackWithTheNearestRegion() {
        EditPlan plan = place(FILE, "    int b() {\n        return 22;", "    int b() {\n        return 3;");

        assertThat(plan.failures()).singleElement().satisfies(failure -> {
            assertThat(failure.reason()).isEqualTo(Reason.NO_MATCH);
            assertThat(failure.nearest()).contains("6|     int b() {").contains("7|         return 2;");
            assertThat(failure.difference()).contains("-         return 22;\n+         return 2;");
        });
        assertThat(plan.feedback()).contains("block 1 (" + PATH + ")").contains("Send every block");
    }

    @Test
    void aChangeThatIsThereAlreadyIsNamedSo() {
        EditPlan plan = place(FILE, "        return 9;", "        return 2;");

        assertThat(plan.failures()).extracting(EditFailure::reason).containsExactly(Reason.ALREADY_APPLIED);
    }

    @Test
    void pathsThatLeaveTheCheckoutOrNameTestsAreRefused() {
        for (String path : List.of(
                "../A.java",
                "src/../../A.java",
                ".git/config",
                "src/.GIT/x",
                "C:\\x",
                "a\\b",
                "a//b",
                "src/test/java/ATest.java",
                "src/./A.java")) {
            EditPlan plan = plan(
                    Map.of(PATH, FILE, "src/test/java/ATest.java", FILE),
                    block(path, "        return 2;", "        return 3;"));
            assertThat(plan.failures())
                    .as(path)
                    .extracting(EditFailure::reason)
                    .containsExactly(Reason.OUTSIDE_WORKSPACE);
        }
    }

    @Test
    void oneBadBlockHoldsBackTheWholeReply() {
        EditPlan plan = plan(
                Map.of(PATH, FILE), block(PATH, "        return 2;", "        return 3;"), block(PATH, "nowhere", "x"));

        assertThat(plan.edits()).isEmpty();
        assertThat(plan.failures()).extracting(EditFailure::block).containsExactly(2);
    }

    @Test
    void twoBlocksOnTheSameLinesConflict() {
        String block = block(PATH, "        return 2;", "        return 3;");

        assertThat(plan(Map.of(PATH, FILE), block, block).failures())
                .extracting(EditFailure::reason)
                .containsExactly(Reason.CONFLICT);
    }

    @Test
    void anEmptySearchAppendsAndANullChangeIsRefused() {
        assertThat(after(FILE, "", "// x")).isEqualTo(FILE + "// x\n");
        assertThat(place(FILE, "}", "}").failures())
                .extracting(EditFailure::reason)
                .containsExactly(Reason.CONFLICT);
    }

    /** For random files and random changes quoted with random faults, a placed change is the wanted one. */
    @Test
    void whatIsPlacedIsWhatWasMeant() {
        Random random = new Random(7);
        int placed = 0;
        for (int round = 0; round < 5_000; round++) {
            String end = random.nextBoolean() ? "\n" : "\r\n";
            List<String> lines = new ArrayList<>();
            for (int i = 2 + random.nextInt(20); i > 0; i--) {
                lines.add(
                        " ".repeat(4 * random.nextInt(3)) + "v" + random.nextInt(12) + " = " + random.nextInt(3) + ";");
            }
            int from = random.nextInt(lines.size());
            int to = from + 1 + random.nextInt(lines.size() - from);
            List<String> search = new ArrayList<>(lines.subList(from, to));
            List<String> replace = new ArrayList<>(search);
            replace.set(random.nextInt(replace.size()), "    changed();");
            if (replace.equals(search)) {
                continue;
            }
            List<String> wanted = new ArrayList<>(lines.subList(0, from));
            wanted.addAll(replace);
            wanted.addAll(lines.subList(to, lines.size()));
            int fault = random.nextInt(3);
            EditPlan plan = place(
                    String.join(end, lines) + end,
                    String.join("\n", faulty(search, fault)),
                    String.join("\n", faulty(replace, fault)));
            if (plan.complete()) {
                placed++;
                assertThat(apply(String.join(end, lines) + end, plan.edits())
                                .lines()
                                .map(String::stripTrailing))
                        .containsExactlyElementsOf(wanted);
            } else {
                assertThat(Collections.indexOfSubList(stripped(lines), stripped(search)))
                        .as("refused only because it is there twice")
                        .isNotEqualTo(Collections.lastIndexOfSubList(stripped(lines), stripped(search)));
            }
        }
        assertThat(placed).isGreaterThan(4_000);
    }

    private static List<String> stripped(List<String> lines) {
        return lines.stream().map(String::strip).toList();
    }

    private static List<String> faulty(List<String> lines, int fault) {
        return switch (fault) {
            case 0 -> lines.stream().map(line -> line + "  ").toList();
            case 1 -> lines.stream().map(line -> "      " + line).toList();
            default -> lines;
        };
    }

    private static String after(String file, String search, String replace) {
        EditPlan plan = place(file, search, replace);
        assertThat(plan.failures()).isEmpty();
        return apply(file, plan.edits());
    }

    private static String apply(String file, List<TextEdit> edits) {
        StringBuilder text = new StringBuilder(file);
        for (int i = edits.size() - 1; i >= 0; i--) {
            text.replace(edits.get(i).start(), edits.get(i).end(), edits.get(i).replacement());
        }
        return text.toString();
    }

    private static EditPlan place(String file, String search, String replace) {
        return plan(Map.of(PATH, file), block(PATH, search, replace));
    }

    private static EditPlan plan(Map<String, String> files, String... blocks) {
        EditOptions options = new EditOptions(EditFormat.AUTO, new EditScope(List.of("src/test/java")), false, false);
        return new EditEngine().plan(String.join("\n", blocks), new MapFiles(files, List.of()), options);
    }

    private static String block(String path, String search, String replace) {
        return path + "\n<<<<<<< SEARCH\n" + search + (search.isEmpty() ? "" : "\n") + "=======\n" + replace
                + (replace.isEmpty() ? "" : "\n") + ">>>>>>> REPLACE\n";
    }
}
