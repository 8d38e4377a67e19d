package dev.tracemend.bench.judge;

import dev.tracemend.agent.repair.Project;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/** A project of one production class of about so many lines, its neighbour and its tests; one test fails. */
record SizedProject(Path root, String path, String text) {
    private static final int LINES_A_METHOD = 12;

    static SizedProject write(Path root, int lines) throws IOException {
        int methods = Math.max(1, (lines - 12) / LINES_A_METHOD);
        StringBuilder text =
                new StringBuilder("package sized;\n\nimport java.util.List;\n\n/** Sums. */\npublic class Sums {\n");
        for (int i = 0; i < methods; i++) {
            text.append(method(i));
        }
        text.append("""

                    /** The larger of two; wrong for equal ones on purpose. */
                    public int larger(int a, int b) {
                        return a > b ? a : a == b ? -1 : b;
                    }
                }
                """);
        String path = "src/main/java/sized/Sums.java";
        put(root.resolve(path), text.toString());
        put(root.resolve("src/main/java/sized/Desk.java"), """
                package sized;

                public class Desk {
                    private final Sums sums = new Sums();

                    public int ask(int a) {
                        return sums.sum0(java.util.List.of(a, a + 1), a);
                    }
                }
                """);
        put(root.resolve("src/test/java/sized/SumsTest.java"), test(methods));
        return new SizedProject(root.toRealPath(), path, text.toString());
    }

    private static void put(Path file, String text) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String method(int i) {
        return """

                    /** Sums what is below a bound, and some more. */
                    public int sum%1$d(List<Integer> values, int bound) {
                        int sum = 0;
                        for (int i = 0; i < values.size(); i++) {
                            int value = values.get(i);
                            if (value <= bound && value != %2$d) {
                                sum += value * 2 - i;
                            }
                        }
                        return sum;
                    }
                """.formatted(i, i + 100);
    }

    private static String test(int methods) {
        StringBuilder text = new StringBuilder("""
                package sized;

                import static org.junit.jupiter.api.Assertions.assertEquals;

                import java.util.List;
                import org.junit.jupiter.api.Test;

                class SumsTest {
                    @Test
                    void larger() {
                        assertEquals(4, new Sums().larger(4, 4));
                    }

                    @Test
                    void asks() {
                        assertEquals(2, new Desk().ask(1));
                    }
                """);
        for (int i = 0; i < Math.min(methods, 20); i++) {
            text.append("""

                        @Test
                        void sums%1$d() {
                            assertEquals(9, new Sums().sum%1$d(List.of(1, 2, 3, 9), 3));
                        }
                    """.formatted(i));
        }
        return text.append("}\n").toString();
    }

    Project project() {
        List<Path> jUnit = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(jar -> jar.matches(".*/(junit-jupiter|junit-platform|opentest4j|apiguardian)[^/]*\\.jar"))
                .map(Path::of)
                .toList();
        return new Project(root, List.of(root.resolve("src/main/java")), List.of(root.resolve("src/test/java")), jUnit);
    }
}
