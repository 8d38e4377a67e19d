package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import dev.tracemend.logs.Language;
import dev.tracemend.logs.StackFrame;
import dev.tracemend.logs.StackTrace;
import dev.tracemend.logs.ThrownException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HostileSourceTest {
    private static final List<String> TYPES = List.of(
            "NullPointerException",
            "ArrayIndexOutOfBoundsException",
            "StringIndexOutOfBoundsException",
            "ArithmeticException",
            "NumberFormatException",
            "DateTimeParseException",
            "NoSuchElementException",
            "ConcurrentModificationException",
            "ClassCastException",
            "UnsupportedOperationException",
            "IllegalArgumentException",
            "StackOverflowError");
    private static final List<String> MESSAGES = List.of(
            "",
            "Cannot invoke \"String.length()\" because \"x\" is null",
            "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of \"a.B.get(Object)\" is null",
            "Index 3 out of bounds for length 3",
            "begin 0, end -1, length 0",
            "/ by zero",
            "For input string: \" 1,2\"",
            "class java.lang.Long cannot be cast to class java.lang.Integer",
            "No enum constant a.B.c",
            "Cannot \0 \" because \"",
            "\n\n");

    @TempDir
    private Path folder;

    private static Evidence evidence(CrashLab lab, String type, String message, int line) {
        StackFrame frame = new StackFrame("shop.Main", "run", "Main.java", line, true);
        ThrownException root = new ThrownException("java.lang." + type, message, List.of(frame));
        return lab.evidence(new StackTrace(Language.JAVA, List.of(root)));
    }

    private static void answers(CrashLab lab, Evidence evidence) {
        Diagnoser.diagnose(evidence, lab.project());
        for (Candidate candidate : new CrashRules().candidates(evidence, lab.project())) {
            int from = 0;
            for (TextEdit edit : candidate.edits()) {
                assertThat(edit.start()).isGreaterThanOrEqualTo(from);
                from = edit.end();
                assertThat(from).isLessThanOrEqualTo(lab.source(edit.path()).length());
            }
        }
    }

    @Test
    void sourceThatCannotBeReadGivesNothing() throws Exception {
        for (String text : List.of(
                "",
                "\0",
                "not java at all",
                "package shop; class Main { void run() { int x = ; } }",
                "package shop; class Main { String s = \"" + "a".repeat(70_000) + "\" + ; }",
                "package shop; class Main { int x = " + "(".repeat(20_000) + "1" + ")".repeat(20_000) + "; }",
                "package shop; class Main { int x = 1" + " + 1".repeat(30_000) + "; int y = ; }",
                "/*".repeat(100),
                "\ufeffpackage shop; class Main {}")) {
            CrashLab lab = new CrashLab(folder).with("shop.Main", text);
            Evidence evidence = evidence(lab, "NullPointerException", "", 1);
            assertThat(new CrashRules().candidates(evidence, lab.project())).isEmpty();
            assertThat(Diagnoser.diagnose(evidence, lab.project())).isPresent();
        }
    }

    @Test
    void linesThatDoNotExistGiveNothing() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", "package shop;\nclass Main {}\n");
        for (int line : new int[] {1, 3, 4, 1_000_000, Integer.MAX_VALUE}) {
            for (String type : TYPES) {
                assertThat(new CrashRules().candidates(evidence(lab, type, "", line), lab.project()))
                        .isEmpty();
            }
        }
    }

    @Test
    void typesThatCannotBeResolvedDoNotHinder() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import absent.library.Client;
                import java.util.Map;

                class Main extends absent.Base {
                    private Client client;
                    private Map<String, Integer> rates;

                    int run(String key) {
                        client.call(key).then(each -> each.size());
                        return rates.get(key);
                    }
                }
                """);
        Evidence evidence = evidence(
                lab,
                "NullPointerException",
                "Cannot invoke \"java.lang.Integer.intValue()\" because the return value of \"java.util.Map.get(Object)\" is null",
                12);
        assertThat(new CrashRules().candidates(evidence, lab.project()).get(0).operator())
                .isEqualTo("get-or-default");
    }

    @Test
    void damagedSourcesAndOddMessagesAlwaysGiveAnAnswer() throws Exception {
        Random random = new Random(11);
        String whole = Files.readString(Path.of("src/main/java/dev/tracemend/agent/repair/Locator.java"))
                .replace("package dev.tracemend.agent.repair", "package shop")
                .replace("class Locator", "class Main");
        for (int i = 0; i < 60; i++) {
            StringBuilder text = new StringBuilder(whole);
            for (int damage = random.nextInt(3); damage > 0; damage--) {
                int at = random.nextInt(text.length() - 10);
                text.replace(at, at + random.nextInt(6), "(){};\"'.<>=".substring(random.nextInt(10)));
            }
            CrashLab lab = new CrashLab(folder).with("shop.Main", text.toString());
            String type = TYPES.get(random.nextInt(TYPES.size()));
            String message = MESSAGES.get(random.nextInt(MESSAGES.size()));
            answers(lab, evidence(lab, type, message, 1 + random.nextInt(180)));
        }
    }
}
