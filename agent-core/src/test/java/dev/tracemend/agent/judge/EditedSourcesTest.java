package dev.tracemend.agent.judge;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tracemend.agent.edit.TextEdit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Edits become texts, or a sentence that says why not. */
class EditedSourcesTest {
    private static final ProjectSources SOURCES =
            new ProjectSources(Map.of("src/A.java", "0123456789"), Map.of("test/ATest.java", "x"));

    private static EditedSources edited(TextEdit... edits) {
        return EditedSources.of(SOURCES, List.of(edits));
    }

    @Test
    void appliesSeveralEditsOfOneFile() {
        EditedSources edited = edited(
                new TextEdit("src/A.java", 8, 9, ""),
                new TextEdit("src/A.java", 1, 3, "abc"),
                new TextEdit("src/A.java", 5, 5, "-"));
        assertThat(edited.problem()).isEmpty();
        assertThat(edited.texts()).containsEntry("src/A.java", "0abc34-5679");
    }

    @Test
    void refusesWhatCannotBe() {
        assertThat(edited(new TextEdit("src/A.java", 1, 4, "a"), new TextEdit("src/A.java", 3, 5, "b"))
                        .problem())
                .contains("overlap");
        assertThat(edited(new TextEdit("src/A.java", 1, 40, "a")).problem()).contains("behind the file's end");
        assertThat(edited(new TextEdit("test/ATest.java", 0, 1, "")).problem()).contains("is a test");
        assertThat(edited(new TextEdit("src/B.java", 0, 1, "")).problem()).contains("src/B.java");
        assertThat(edited(new TextEdit("src/A.java", 0, 1, "0")).problem()).contains("changes nothing");
        assertThat(edited().problem()).contains("changes nothing");
    }

    @Test
    void surfaceTellsWhatOthersDependOn() {
        String before = "class A { static final int N = 1; private int p; int f(int x) { return x; } }";
        String surface = SourceFacts.of("A.java", before).surface();
        assertThat(SourceFacts.of("A.java", before.replace("return x", "return x + p"))
                        .surface())
                .isEqualTo(surface);
        assertThat(SourceFacts.of("A.java", before.replace("private int p", "private long q"))
                        .surface())
                .isEqualTo(surface);
        assertThat(SourceFacts.of("A.java", before.replace("N = 1", "N = 2")).surface())
                .isNotEqualTo(surface);
        assertThat(SourceFacts.of("A.java", before.replace("int x", "long x")).surface())
                .isNotEqualTo(surface);
        assertThat(SourceFacts.of("A.java", "class A {{{ broken").catches()).isEmpty();
    }
}
