package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IndexRuleTest {
    @TempDir
    private Path folder;

    private CrashLab lab(String body) throws IOException {
        return CrashLab.main(folder, List.of("java.util.ArrayList", "java.util.List"), body);
    }

    @Test
    void loopStopsBeforeTheEnd() throws Exception {
        CrashLab lab = lab("""
                static int first(int[] room, int crates) {
                    for (int bay = 0; bay <= room.length; bay++) {
                        if (room[bay] >= crates) {
                            return bay;
                        }
                    }
                    return -1;
                }

                public static Object run() {
                    return first(new int[] {4, 2}, 9);
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.BOUNDARY, 1, -1);
        assertThat(mended.edits()).singleElement().satisfies(edit -> assertThat(edit.replacement())
                .isEqualTo("<"));
    }

    @Test
    void loopOfACallerStopsBeforeTheEnd() throws Exception {
        CrashLab lab = lab("""
                static int at(List<Integer> numbers, int i) {
                    return numbers.get(i);
                }

                public static Object run() {
                    List<Integer> numbers = List.of(1, 2, 3);
                    int sum = 0;
                    for (int i = 0; i <= numbers.size(); i++) {
                        sum += at(numbers, i);
                    }
                    return sum;
                }
                """);
        RuleCheck.mends(lab, Operator.BOUNDARY, 3, 6);
    }

    @Test
    void loopThatLooksAheadStopsOneEarlier() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    int[] n = {1, 2, 4};
                    int rises = 0;
                    for (int i = 0; i < n.length; i++) {
                        if (n[i + 1] > n[i]) {
                            rises++;
                        }
                    }
                    return rises;
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.LOOK_AHEAD, 1, 2);
        assertThat(lab.applied(mended)).contains("i < n.length - 1; i++");
    }

    @Test
    void loopThatLooksBackStartsLater() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    int[] n = {1, 2, 4};
                    int rises = 0;
                    for (int i = 0; i < n.length; i++) {
                        if (n[i] > n[i - 1]) {
                            rises++;
                        }
                    }
                    return rises;
                }
                """);
        RuleCheck.mends(lab, Operator.LOOP_START, 2, 2);
    }

    @Test
    void loopThatGoesDownStartsAtTheLastIndex() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> words = List.of("a", "b");
                    String all = "";
                    for (int i = words.size(); i >= 0; i--) {
                        all += words.get(i);
                    }
                    return all;
                }
                """);
        RuleCheck.mends(lab, Operator.LOOP_START, 1, "ba");
    }

    @Test
    void lastElementIsAtTheSizeLessOne() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> words = new ArrayList<>(List.of("a", "b"));
                    return words.get(words.size());
                }
                """);
        RuleCheck.mends(lab, Operator.LAST_INDEX, 1, "b");
    }

    @Test
    void emptyListIsAskedForAsSiblingsDo() throws Exception {
        CrashLab lab = lab("""
                static int highest(List<Integer> numbers) {
                    if (numbers.isEmpty()) {
                        return -1;
                    }
                    return numbers.get(numbers.size() - 1);
                }

                static int lowest(List<Integer> numbers) {
                    return numbers.get(0);
                }

                public static Object run() {
                    return lowest(new ArrayList<>());
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.SIBLING_GUARD, 1, -1);
        assertThat(mended.symptom()).isFalse();
    }

    @Test
    void negativeRemainderBecomesAFloorModulus() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    String[] shelves = {"a", "b", "c"};
                    int slot = -4 % shelves.length;
                    return shelves[slot];
                }
                """);
        RuleCheck.mends(lab, Operator.FLOOR_MOD, 1, "c");
    }

    @Test
    void partOfATextEndsWithTheText() throws Exception {
        CrashLab lab = lab("""
                static String brief(String text) {
                    return text.substring(0, 10);
                }

                public static Object run() {
                    return brief("short");
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.CLAMP, 1, "short");
        assertThat(lab.applied(mended)).contains("text.substring(0, Math.min(10, text.length()))");
    }

    @Test
    void separatorThatIsNotThereMeansTheWhole() throws Exception {
        CrashLab lab = lab("""
                static String user(String mail) {
                    int at = mail.indexOf('@');
                    return mail.substring(0, at);
                }

                public static Object run() {
                    return user("ada");
                }
                """);
        RuleCheck.mends(lab, Operator.NOT_FOUND_CHECK, 2, "ada");
    }

    @Test
    void partsThatASplitDropsAreKept() throws Exception {
        CrashLab lab = lab("""
                static String price(String line) {
                    String[] parts = line.split(";");
                    return parts[2];
                }

                public static Object run() {
                    return price("lamp;3;");
                }
                """);
        RuleCheck.mends(lab, Operator.SPLIT_LIMIT, 2, "");
    }

    @Test
    void boundIsAskedBeforeTheElement() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    char[] text = "   ".toCharArray();
                    int i = 0;
                    while (text[i] == ' ' && i < text.length) {
                        i++;
                    }
                    return i;
                }
                """);
        RuleCheck.mends(lab, Operator.BOUND_FIRST, 2, 3);
    }

    @Test
    void loopOverTwoListsEndsWithTheShorter() throws Exception {
        CrashLab lab = lab("""
                public static Object run() {
                    List<String> names = List.of("a", "b", "c");
                    List<String> marks = List.of("1", "2");
                    String all = "";
                    for (int i = 0; i < names.size(); i++) {
                        all += names.get(i) + marks.get(i);
                    }
                    return all;
                }
                """);
        RuleCheck.mends(lab, Operator.SHORTER_OF_BOTH, 2, "a1b2");
    }
}
