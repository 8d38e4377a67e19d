package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NullRuleTest {
    @TempDir
    private Path folder;

    @Test
    void mapLookupTakesTheDefaultOfItsSibling() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.HashMap;
                import java.util.Map;

                public class Main {
                    private static final int WORLD = 2490;
                    private final Map<String, Integer> rates = new HashMap<>(Map.of("DE", 490));

                    int rate(String country) {
                        return rates.get(country);
                    }

                    int express(String country) {
                        return 2 * rates.getOrDefault(country, WORLD);
                    }

                    public static Object run() {
                        return new Main().rate("IS");
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.GET_OR_DEFAULT, 1, 2490);
        assertThat(lab.applied(mended)).contains("return rates.getOrDefault(country, WORLD);");
        assertThat(mended.symptom()).isFalse();
    }

    @Test
    void mapLookupIsFollowedThroughAVariableAndAnotherClass() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Names", """
                        package shop;

                        import java.util.Map;

                        final class Names {
                            private final Map<String, String> names = Map.of("a", "Ada");

                            String of(String key) {
                                return names.get(key);
                            }
                        }
                        """).with("shop.Main", """
                        package shop;

                        public class Main {
                            public static Object run() {
                                String name = new Names().of("b");
                                return name.trim();
                            }
                        }
                        """);
        Candidate mended = RuleCheck.mends(lab, Operator.GET_OR_DEFAULT, 1, "");
        assertThat(mended.edits().get(0).path()).endsWith("Names.java");
    }

    @Test
    void listOfAKeyIsMadeWhenItIsFirstFilled() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.HashMap;
                import java.util.List;
                import java.util.Map;

                public class Main {
                    private final Map<String, List<String>> tags = new HashMap<>();

                    void tag(String key, String tag) {
                        tags.get(key).add(tag);
                    }

                    public static Object run() {
                        Main main = new Main();
                        main.tag("k", "x");
                        main.tag("k", "y");
                        return main.tags.toString();
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.COMPUTE_IF_ABSENT, 1, "{k=[x, y]}");
        assertThat(lab.applied(mended)).contains("import java.util.ArrayList;\nimport java.util.HashMap;");
    }

    @Test
    void constantIsAskedInsteadOfTheNull() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                public class Main {
                    static boolean home(String country) {
                        return country.equals("DE");
                    }

                    public static Object run() {
                        return home(null);
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.CONSTANT_FIRST, 2, false);
        assertThat(lab.applied(mended)).contains("return \"DE\".equals(country);");
    }

    @Test
    void methodThatReturnsNullReturnsNothingInstead() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.List;

                public class Main {
                    static List<String> lines(int order) {
                        if (order > 10) {
                            return null;
                        }
                        return List.of("a");
                    }

                    public static Object run() {
                        int count = 0;
                        for (String line : lines(11)) {
                            count++;
                        }
                        return count;
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.RETURN_NEUTRAL, 1, 0);
        assertThat(lab.applied(mended)).contains("return List.of();\n");
    }

    @Test
    void guardIsTheOneThatASiblingHas() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                public class Main {
                    record Customer(String name) {}

                    static String greeting(Customer customer) {
                        if (customer == null) {
                            return "guest";
                        }
                        return "dear " + customer.name();
                    }

                    static String initial(Customer customer) {
                        return customer.name().substring(0, 1);
                    }

                    public static Object run() {
                        return initial(null);
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.SIBLING_GUARD, 1, "guest");
        assertThat(mended.symptom()).isFalse();
        assertThat(lab.applied(mended)).contains("""
                    static String initial(Customer customer) {
                        if (customer == null) {
                            return "guest";
                        }
                        return customer.name().substring(0, 1);
                    }
                """.indent(0));
    }

    @Test
    void optionalOfNullIsEmpty() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                import java.util.Optional;

                public class Main {
                    static Optional<String> of(String text) {
                        return Optional.of(text);
                    }

                    public static Object run() {
                        return of(null).isPresent();
                    }
                }
                """);
        RuleCheck.mends(lab, Operator.OF_NULLABLE, 2, false);
    }

    @Test
    void guardsAreLabelledSymptomsAndComeLater() throws Exception {
        CrashLab lab = new CrashLab(folder).with("shop.Main", """
                package shop;

                public class Main {
                    static StringBuilder log = new StringBuilder();

                    static void write(Object what) {
                        log.append(what.toString());
                    }

                    public static Object run() {
                        write(null);
                        return log.toString();
                    }
                }
                """);
        Candidate mended = RuleCheck.mends(lab, Operator.NULL_GUARD, 8, "");
        assertThat(mended.symptom()).isTrue();
        List<Candidate> all = lab.candidates();
        assertThat(all.stream()
                        .filter(Candidate::symptom)
                        .mapToDouble(Candidate::prior)
                        .max()
                        .orElse(1))
                .isLessThanOrEqualTo(0.5);
    }
}
