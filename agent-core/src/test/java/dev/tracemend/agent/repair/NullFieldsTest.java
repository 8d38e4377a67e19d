package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NullFieldsTest {
    @TempDir
    private Path folder;

    @Test
    void fieldThatNothingFillsIsInitialised() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.List;

                public class Main {
                    private List<String> items;

                    void add(String item) {
                        items.add(item);
                    }

                    public static Object run() {
                        Main main = new Main();
                        main.add("x");
                        return main.items.size();
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.INITIALISE_FIELD, 1, 1);
        assertThat(lab.applied(mended)).contains("private List<String> items = new ArrayList<>();");
    }

    @Test
    void constructorKeepsWhatItIsGiven() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                public class Main {
                    private String name;

                    Main(String name) {
                        name = name;
                    }

                    int length() {
                        return this.name.length();
                    }

                    public static Object run() {
                        return new Main("four").length();
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.ASSIGN_FIELD, 1, 4);
        assertThat(lab.applied(mended)).contains("this.name = name;");
    }

    @Test
    void constructorThatForgetsAFieldKeepsItsParameter() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                public class Main {
                    private String name;
                    private int age;

                    Main(String name, int age) {
                        this.age = age;
                    }

                    public static Object run() {
                        return new Main("four", 4).name.length();
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.ASSIGN_FIELD, 1, 4);
        assertThat(lab.applied(mended)).contains("age) {\n        this.name = name;\n        this.age");
    }

    @Test
    void absentComponentOfARecordIsNormalisedWhereTheRecordIsMade() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Order", """
                        package shop;

                        public record Order(String id, String note) {}
                        """).with("shop.Main", """
                        package shop;

                        public class Main {
                            public static Object run() {
                                Order order = new Order("1", null);
                                return order.note().strip();
                            }
                        }
                        """);
        Candidate mended = RuleCheck.mends(lab, Operator.NORMALISE_FIELD, 3, "");
        assertThat(lab.applied(mended)).contains("note = note == null ? \"\" : note;");
    }
}
