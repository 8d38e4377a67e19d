package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;
import org.junit.jupiter.api.Test;

class BodyStubsTest {
    private static final String TEXT = """
            class Till {
                private final int most;

                Till(int most) {
                    this.most = most;
                }

                int add(int a, int b) {
                    return a + b;
                }

                int half(int a) {
                    int half = a / 2;
                    return half;
                }

                java.util.function.IntSupplier later(int a) {
                    return () -> a;
                }
            }
            """;

    @Test
    void onlyTheTouchedBodyAndThoseThatMakeMembersStayAndNoLineMoves() {
        BodyStubs stubs = stubs();

        String stubbed = stubs.with(List.of(edit("a + b", "a - b")));

        assertThat(stubbed)
                .contains("return a - b;", "this.most = most;", "() -> a")
                .doesNotContain("a / 2");
        assertThat(stubbed.lines().count()).isEqualTo(TEXT.lines().count());
        assertThat(stubbed.lines().toList().indexOf("    int half(int a) {throw null;"))
                .isEqualTo(TEXT.lines().toList().indexOf("    int half(int a) {"));
        assertThat(stubs.touched(List.of(edit("a + b", "a - b")))).containsExactly("add");
    }

    @Test
    void aChangeThatAddsALambdaIsCompiledWhole() {
        assertThat(stubs().fits(List.of(edit("a + b", "a - b")))).isTrue();
        assertThat(stubs().fits(List.of(edit("a / 2", "((IntSupplier) () -> 2).getAsInt()"))))
                .isFalse();
    }

    private static BodyStubs stubs() {
        return new BodyStubs(TEXT, SourceFacts.of("Till.java", TEXT).bodies());
    }

    private static TextEdit edit(String before, String after) {
        int start = TEXT.indexOf(before);
        return new TextEdit("Till.java", start, start + before.length(), after);
    }
}
