package dev.tracemend.agent.repair;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A check that refuses rightly, or a thing that runs out: a call on the way to it may be what is wrong. */
class CallersAtFaultTest {
    private static final String SPAN = """
            package shop;

            record Span(int from, int to) {
                Span {
                    if (to < from) {
                        throw new IllegalStateException("ends before it begins");
                    }
                }

                static Span of(int from, int to) {
                    return new Span(from, to);
                }
            }
            """;
    private static final String POOL = """
            package shop;

            class Pool implements AutoCloseable {
                static int lent;

                static Pool lend() {
                    if (lent == 2) {
                        throw new IllegalStateException("pool exhausted");
                    }
                    lent++;
                    return new Pool();
                }

                int read() {
                    return 7;
                }

                @Override
                public void close() {
                    lent--;
                }
            }
            """;

    @TempDir
    private Path folder;

    private CrashLab lab(String other, String body) throws Exception {
        String name = other.contains("record Span") ? "shop.Span" : "shop.Pool";
        return new CrashLab(folder).with(name, other).with("shop.Main", """
                package shop;

                import java.util.*;

                public class Main {
                %s}
                """.formatted(body.indent(4)));
    }

    private static List<String> operators(CrashLab lab) throws Exception {
        return lab.candidates().stream().map(Candidate::operator).toList();
    }

    @Test
    void argumentsWhoseNamesStandCrosswiseAreSwappedAtTheCall() throws Exception {
        CrashLab lab = lab(SPAN, """
                public static String run() { return book(3, 2); }
                static String book(int from, int days) {
                    int to = from + days;
                    return Span.of(to, from).toString();
                }
                """);
        assertThat(operators(lab)).containsExactly("swap-arguments");
        assertThat(lab.mended(lab.candidates().get(0)).value()).isEqualTo("Span[from=3, to=5]");
        assertThat(Diagnoser.diagnose(lab.evidence(), lab.project()))
                .hasValueSatisfying(found -> assertThat(found.editable()).isTrue());
    }

    @Test
    void whatSaysThatItTurnsRoundAndWhatHasNoNamesIsLeft() throws Exception {
        assertThat(operators(lab(SPAN, """
                        public static String run() { return reversed(3, 5).toString(); }
                        static Span reversed(int from, int to) {
                            return Span.of(to, from);
                        }
                        """))).isEmpty();
        CrashLab lab = lab(SPAN, """
                public static String run() { return Span.of(5, 3).toString(); }
                """);
        assertThat(operators(lab)).isEmpty();
        assertThat(Diagnoser.diagnose(lab.evidence(), lab.project()))
                .hasValueSatisfying(found -> assertThat(found.editable()).isFalse());
    }

    @Test
    void whatIsOpenedAndKeptIsClosed() throws Exception {
        CrashLab lab = lab(POOL, """
                public static int run() {
                    int sum = 0;
                    for (int i = 0; i < 5; i++) {
                        sum += read();
                    }
                    return sum;
                }
                static int read() {
                    Pool pool = Pool.lend();
                    // as the first has it
                    return pool.read();
                }
                """);
        assertThat(operators(lab)).containsExactly("close-resource");
        assertThat(lab.applied(lab.candidates().get(0))).contains("""
                        try (Pool pool = Pool.lend()) {
                            // as the first has it
                            return pool.read();
                        }
                """);
        assertThat(lab.mended(lab.candidates().get(0)).value()).isEqualTo(35);
    }

    @Test
    void whatIsHandedOnOrClosedIsNot() throws Exception {
        assertThat(operators(lab(POOL, """
                        static final List<Pool> KEPT = new ArrayList<>();
                        public static int run() {
                            return read() + read() + read();
                        }
                        static int read() {
                            Pool pool = Pool.lend();
                            KEPT.add(pool);
                            return pool.read();
                        }
                        """))).isEmpty();
        assertThat(operators(lab(POOL, """
                        public static int run() {
                            Pool one = Pool.lend();
                            Pool other = Pool.lend();
                            Pool third = Pool.lend();
                            one.close();
                            other.close();
                            third.close();
                            return 0;
                        }
                        """))).isEmpty();
    }
}
